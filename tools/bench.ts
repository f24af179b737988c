import { cpus, totalmem } from 'node:os';
import { benchPair, pairMegabytes, type BenchTable } from './bench/data.ts';
import { methodTable } from './bench/methods.ts';
import { openingTable } from './bench/opening.ts';
import { nativeSeconds } from './bench/native.ts';
import { pageMemory, pageTimes } from './bench/page.ts';
import { serveSite } from './site.ts';

const cases: Record<string, BenchTable> = {
  'csv-1m': { rows: 1_000_000, columns: 30, format: 'csv' },
  'parquet-1m': { rows: 1_000_000, columns: 30, format: 'parquet' },
  'csv-100k': { rows: 100_000, columns: 30, format: 'csv' },
  'csv-10k': { rows: 10_000, columns: 30, format: 'csv' },
  'csv-10-columns': { rows: 5_000, columns: 10, format: 'csv' },
  'csv-100-columns': { rows: 5_000, columns: 100, format: 'csv' },
  'csv-1000-columns': { rows: 5_000, columns: 1000, format: 'csv' },
  'csv-3000-columns': { rows: 2_000, columns: 3000, format: 'csv' },
  'parquet-10m': { rows: 10_000_000, columns: 30, format: 'parquet' },
  'csv-10m': { rows: 10_000_000, columns: 30, format: 'csv' },
  'model-regression': { rows: 1_000_000, columns: 31, format: 'parquet', model: 'regression' },
  'model-binary': { rows: 1_000_000, columns: 31, format: 'parquet', model: 'binary' },
  'model-multiclass': { rows: 1_000_000, columns: 31, format: 'parquet', model: 'multiclass' },
};

const wanted = process.argv.slice(2);
const METHODS = 'methods';
const OPENING = 'opening';
const asked = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const chosen = Object.entries(cases).filter(([name]) => asked(name));
if (chosen.length === 0 && !asked(METHODS) && !asked(OPENING)) {
  console.error(`No such case. There are: ${[METHODS, OPENING, ...Object.keys(cases)].join(', ')}`);
  process.exit(2);
}

const [cpu] = cpus();
console.log(
  `${cpu?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
);
if (asked(METHODS)) console.log(`\n${methodTable()}\n`);
if (asked(OPENING)) console.log(`\n${await openingTable()}\n`);
if (chosen.length === 0) process.exit(0);
console.log(
  '| case | MB, both files | first columns s | report s | with segments s | read s | compare s | model s | peak GB | GB a table | native s | ratio |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
const { server, address } = await serveSite(0);
for (const [name, table] of chosen) {
  const pair = await benchPair('.bench', table);
  const native = await nativeSeconds(pair, table);
  const page = await pageTimes(address, pair);
  const memory = await pageMemory(address, pair);
  const cells = [
    pairMegabytes(pair).toFixed(0),
    page.firstColumns.toFixed(2),
    page.standing.toFixed(2),
    page.complete.toFixed(2),
    (page.readMs / 1000).toFixed(1),
    (page.compareMs / 1000).toFixed(1),
    page.modelSeconds?.toFixed(2) ?? '–',
    memory.peakGigabytes.toFixed(2),
    memory.tableGigabytes.toFixed(2),
    native.toFixed(2),
    (page.complete / native).toFixed(2),
  ];
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
server.close();
