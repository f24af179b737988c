import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countsStatement } from '../../src/warehouse/counts-statement.ts';
import { edgesStatement } from '../../src/warehouse/edges-statement.ts';
import { frozenEdges, NO_EDGES } from '../../src/warehouse/frozen-edges.ts';
import type { RequestedColumn } from '../../src/warehouse/request.ts';
import { mergeSummaries } from '../../tools/summary/merge/merge.ts';
import { readMergeOptions } from '../../tools/summary/options.ts';
import { openDuckDb, type Engine } from './duckdb.ts';
import { byKey, differences, kindOf } from './long-table.ts';
import { CLASS_COLUMNS, HOSTILE_COLUMNS, randomTable, requestFor, tableStatements } from './random-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-merge-'));
const path = (name: string): string => join(folder, name);
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
let engine: Engine;

beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

interface Cut {
  columns: RequestedColumn[];
  seed: number;
  rows: number;
  parts: number;
}

/** Summary files of the parts of a table, each row in any of them, and what the whole table counts. */
async function cutUp({ columns, seed, rows, parts }: Cut) {
  const random = randomTable(columns, rows, seed);
  // A segment without a name is none: merged files have one form of it.
  const table = { ...random, rows: random.rows.map((row) => [...row.slice(0, -1), row.at(-1) || null]) };
  const asked = { mostLevels: 1000, time: columns.find(({ role }) => role === 'time')?.name ?? null };
  for (const statement of tableStatements('whole', table)) await engine.run(statement);
  const edges =
    frozenEdges(await engine.run(edgesStatement(requestFor(columns, 'whole', asked), 'duckdb'))) ?? NO_EDGES;
  const count = (name: string) => countsStatement(requestFor(columns, name, asked), edges, 'duckdb');
  const files = Array.from({ length: parts }, (_, part) => path(`part's ${String(part)}.summary.parquet`));
  for (const [part, file] of files.entries()) {
    const ofPart = { ...table, rows: table.rows.filter((_, i) => ((i * 7919 + seed) >>> 3) % parts === part) };
    for (const statement of tableStatements('part', ofPart)) await engine.run(statement);
    await engine.run(`COPY (${count('part')}) TO ${text(file)}`);
  }
  return { files, whole: byKey(await engine.run(count('whole'))) };
}

let merged = 0;
async function merge(files: readonly string[], said: string[] = []): Promise<string> {
  const out = path(`merged ${String(merged++)}.summary.parquet`);
  await mergeSummaries({ merge: files, out }, (line) => said.push(line));
  return out;
}

const longTable = async (file: string) => byKey(await engine.run(`SELECT * FROM read_parquet(${text(file)})`));
const permutations = <T>(list: readonly T[]): T[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((one, i) => permutations(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));

const countable = (table: Awaited<ReturnType<typeof longTable>>) =>
  new Map([...table].filter(([key]) => kindOf(key) !== 'distinct'));

test('summaries of parts are the summary of the whole, whichever rows are in which', async () => {
  const cuts = fc.record({
    columns: fc.constantFrom(HOSTILE_COLUMNS, CLASS_COLUMNS),
    seed: fc.nat(10_000),
    ...{ rows: fc.integer({ min: 0, max: 200 }), parts: fc.integer({ min: 2, max: 4 }) },
  });
  await fc.assert(
    fc.asyncProperty(cuts, async (cut) => {
      const { files, whole } = await cutUp(cut);
      expect(differences(await longTable(await merge(files)), countable(whole))).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

describe('files of a table with hostile names', () => {
  let files: string[] = [];
  beforeAll(async () => {
    ({ files } = await cutUp({ columns: HOSTILE_COLUMNS, seed: 3, rows: 300, parts: 4 }));
  });

  test('every order of them gives the same bytes', async () => {
    const [first, ...others] = permutations(files);
    const bytes = readFileSync(await merge(first ?? []));
    expect(others).toHaveLength(23);
    for (const order of others) expect(readFileSync(await merge(order)).equals(bytes)).toBe(true);
  });

  test('saved as CSV they add up to the same bytes, and what does not add up is said', async () => {
    const texts = files.map((file) => file.replace('parquet', 'csv'));
    for (const [place, file] of files.entries())
      await engine.run(`COPY (FROM read_parquet(${text(file)})) TO ${text(texts[place] ?? '')} (FORMAT csv, HEADER)`);
    const said: string[] = [];
    const [plain, written] = [await merge(files), await merge(texts, said)];
    expect(readFileSync(written).equals(readFileSync(plain))).toBe(true);
    expect(said[0]).toBe('Different texts do not add up, so their number is left out: “new\nline”.');
  });

  test('a merged file adds up with others', async () => {
    const [one = '', two = '', ...rest] = files;
    const inSteps = await merge([await merge([one, two]), ...rest]);
    expect(differences(await longTable(inSteps), await longTable(await merge(files)))).toEqual([]);
  });

  test.each<[what: string, change: string, message: RegExp]>([
    [
      'other edges',
      `SELECT * REPLACE (CASE WHEN kind = 'edge' AND bin = 0 THEN least - 1 ELSE least END AS least) FROM rows`,
      /changed\.parquet was counted on other edges than .*: “.*“__proto__”.* and 2 more\. Count it again with --edges/,
    ],
    [
      'another type',
      `SELECT * REPLACE (CASE WHEN kind = 'column' AND name = '__proto__' THEN 'text' ELSE label END AS label) FROM rows`,
      /count other columns, or with another type or role: “__proto__”\. Give both counts the same options/,
    ],
    [
      'other telling categories',
      `SELECT * FROM rows WHERE kind <> 'telling' OR bin > 0`,
      /counts other categories by stretches of time than .*“back\\slash”/,
    ],
    [
      'another version',
      `SELECT * REPLACE (replace(name, 'file/1', 'file/2') AS name) FROM rows`,
      /of the version “plumbline-summary-file\/2”/,
    ],
    [
      'an unknown kind',
      `SELECT * REPLACE (replace(kind, 'day-bin', 'hour') AS kind) FROM rows`,
      /rows of a kind that no summary file has: “hour”/,
    ],
    ['no head', `SELECT * FROM rows WHERE kind <> 'summary'`, /is no whole summary file/],
    [
      'no end',
      `SELECT * FROM rows WHERE kind <> 'rows'`,
      /is cut off: its days count 0 rows, and it says that it has \d+/,
    ],
    ['other columns', `SELECT kind, name FROM rows`, /is no summary file: it has no column “period”/],
  ])('a file of %s is refused by name', async (_, change, message) => {
    const [first = '', second = ''] = files;
    const changed = path('changed.parquet');
    await engine.run(`COPY (WITH rows AS (FROM read_parquet(${text(second)})) ${change}) TO ${text(changed)}`);
    await expect(merge([first, changed])).rejects.toThrow(message);
  });
});

describe('options', () => {
  const here = 'package.json';
  test('files stand behind one another', () => {
    const options = readMergeOptions(['--merge', here, 'README.md', '--out', 'o', '--merge', 'LICENSE']);
    expect(options).toEqual({ merge: [here, 'LICENSE', 'README.md'], out: 'o' });
    expect(readMergeOptions(['--engine', 'duckdb'])).toBeNull();
  });

  test.each<[string[], string]>([
    [['--merge', here, 'README.md'], '--out is needed'],
    [['--merge', here, '--out', 'o'], '--merge needs two summary files or more.'],
    [['--merge', here, `./${here}`, '--out', 'o'], `--merge names ./${here} twice`],
    [['--merge', here, 'no such file', '--out', 'o'], 'There is no file no such file.'],
    [['--merge', here, 'README.md', '--out', 'o', '--text', 'x'], '--text does not go with --merge.'],
    [['--merge', here, 'README.md', '--out', 'o', '--bins', '9'], '--bins does not go with --merge.'],
  ])('%j', (words, message) => {
    expect(() => readMergeOptions(words)).toThrow(message);
  });
});
