import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { cells, measure, type Measured } from './calibration/cells.ts';
import { coverageTable, intervalCoverage } from './calibration/intervals.ts';
import { calibrationTables } from './calibration/tables.ts';

/**
 * Simulates columns in which nothing changed, and columns in which something did, and writes how often each is called
 * changed into docs/statistics.md. `npm run calibrate -- 1000` for so many runs a cell.
 */
const DOCUMENT = 'docs/statistics.md';
const START = '<!-- calibration: written by npm run calibrate -->';
const END = '<!-- end of calibration -->';

/** Every n-th cell, in a process of its own. */
function elsewhere(runs: number, part: number, parts: number): Promise<Measured[]> {
  return new Promise((resolve, reject) => {
    const child = fork('tools/calibrate.ts', [runs, part, parts].map(String), { execArgv: ['--import', 'tsx'] });
    child.once('message', (measured) => {
      resolve(measured as Measured[]);
    });
    child.once('exit', (code) => {
      reject(new Error(`a part of the simulation ended with ${String(code)}`));
    });
  });
}

const [runs = 400, part, parts = cpus().length] = process.argv.slice(2).map(Number);
if (part !== undefined) {
  const own = cells.filter((_, i) => i % parts === part);
  process.send?.(own.map((cell) => measure(cell, runs)));
} else {
  console.log(`${String(cells.length)} cells, ${String(runs)} runs each, ${String(parts)} processes`);
  const all = await Promise.all(Array.from({ length: parts }, (_, i) => elsewhere(runs, i, parts)));
  const [before = '', rest = ''] = readFileSync(DOCUMENT, 'utf8').split(START);
  const after = rest.split(END)[1] ?? '';
  const tables = [calibrationTables(all.flat(), runs), coverageTable(intervalCoverage(runs), runs)];
  writeFileSync(DOCUMENT, `${before}${START}\n\n${tables.join('\n\n')}\n\n${END}${after}`);
  console.log(`${DOCUMENT} written`);
}
