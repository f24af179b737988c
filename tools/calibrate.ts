import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { associationTables } from './calibration/associations.ts';
import { categoryTables } from './calibration/categories.ts';
import { cells, measure, type Measured } from './calibration/cells.ts';
import { changePointTable } from './calibration/since/change-points.ts';
import { datedSharesTable } from './calibration/since/dated-shares.ts';
import { correlationTables } from './calibration/correlations.ts';
import { detectableTables } from './calibration/detectable.ts';
import { adviceTable } from './calibration/advice.ts';
import { findingTables } from './calibration/findings.ts';
import { intervalTable } from './calibration/model/intervals.ts';
import { costTable } from './calibration/model/cost-intervals.ts';
import { machineTable } from './calibration/machine-days.ts';
import { modelVerdictTable } from './calibration/model/model-verdict.ts';
import { relationTables } from './calibration/relations.ts';
import { segmentDatesTable } from './calibration/since/segment-dates.ts';
import { segmentTable } from './calibration/segments.ts';
import { sequenceTables } from './calibration/sequence-tables.ts';
import { stateTables } from './calibration/states.ts';
import { summaryTable } from './calibration/summaries.ts';
import { testTables } from './calibration/tests.ts';
import { calibrationTables } from './calibration/tables.ts';
import { modelWithinTables } from './calibration/within/within-model.ts';
import { withinTables } from './calibration/within/within-tables.ts';

/**
 * Simulates columns in which nothing changed, and columns in which something did, and writes how often each is called
 * changed into docs/statistics.md, and how often the intervals of a model's measures hold what is true.
 * `npm run calibrate -- 1000` for so many runs a cell; `npm run calibrate -- 1000 intervals` for the intervals alone (`… intervals "60 rows"` for those of the cases named so, the others stay; `sequences` likewise),
 * `npm run calibrate -- 1000 costs` for intervals of costs, `… tests` for the tests that a verdict may go by, `… states` for the states of columns,
 * `… sequences` for ordered rows, `… within` for columns within others, `… within-model` for the model within others, `… correlations` for changed correlations,
 * `… associations` for changed relations of categories, `… relations` for concept drift, `… segments` for where it hurts, `… summaries` for what summaries say beside rows, `… change-points` for since when, `… dated-shares` for since when of shares and errors, `… segment-dates` for since when of segments, `… findings` for findings, `… advice` for what to do now, `… categories` for rare categories,
 * `… detectable` for what would have been seen; `npm run calibrate -- 1 machine readings.csv incidents.csv` for every day of a machine, from files of
 * the Numenta Anomaly Benchmark (realKnownCause/machine_temperature_system_failure.csv, and its incidents one a line below a head).
 */
const DOCUMENT = 'docs/statistics.md';
const END = '<!-- end of calibration -->';

/** The document before, between and behind the marks of a table. */
function placeOf(name: string): { text: string; from: number; to: number; start: string } {
  const start = `<!-- ${name}: written by npm run calibrate -->`;
  const text = readFileSync(DOCUMENT, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(END, text.indexOf(start))];
  if (from < 0 || to < 0) throw new Error(`${DOCUMENT} has no place for “${name}”`);
  return { text, from, to, start };
}

/** The table that stands between its marks. */
function standing(name: string): string {
  const { text, from, to } = placeOf(name);
  return text.slice(from, to);
}

/** Puts a table between its marks. */
function write(name: string, table: string): void {
  const { text, from, to, start } = placeOf(name);
  writeFileSync(DOCUMENT, `${text.slice(0, from)}${start}\n\n${table}\n\n${text.slice(to)}`);
  console.log(`${DOCUMENT}: ${name} written`);
}

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

const [asked = '400', second = '', third = ''] = process.argv.slice(2);
const runs = Number(asked);
if (process.send !== undefined) {
  const [part = 0, parts = 1] = process.argv.slice(3).map(Number);
  process.send(cells.filter((_, i) => i % parts === part).map((cell) => measure(cell, runs)));
} else {
  if (second === '') {
    const parts = cpus().length;
    console.log(`${String(cells.length)} cells, ${String(runs)} runs each, ${String(parts)} processes`);
    const all = await Promise.all(Array.from({ length: parts }, (_, i) => elsewhere(runs, i, parts)));
    write('calibration', calibrationTables(all.flat(), runs));
  }
  const wanted = (name: string): boolean => second === '' || second === name;
  if (wanted('intervals')) write('intervals', intervalTable(runs, third, standing('intervals')));
  if (wanted('costs')) write('costs', costTable(runs));
  if (wanted('tests')) write('tests', testTables(runs));
  if (wanted('detectable')) write('detectable', detectableTables(runs));
  if (wanted('categories')) write('categories', categoryTables(runs));
  if (wanted('states')) write('states', stateTables(runs));
  if (wanted('sequences')) write('sequences', sequenceTables({ runs, part: third, known: standing('sequences') }));
  if (wanted('within')) write('within', withinTables(runs));
  if (wanted('within-model')) write('within-model', modelWithinTables(runs));
  if (wanted('correlations')) write('correlations', correlationTables(runs));
  if (wanted('associations')) write('associations', associationTables(runs));
  if (wanted('findings')) write('findings', findingTables(runs));
  if (wanted('advice')) write('advice', adviceTable(runs));
  if (wanted('relations')) write('relations', relationTables(runs));
  if (wanted('change-points')) write('change-points', changePointTable(runs));
  if (wanted('summaries')) write('summaries', summaryTable(runs));
  if (wanted('dated-shares')) write('dated-shares', datedSharesTable(runs));
  if (wanted('segment-dates')) write('segment-dates', segmentDatesTable(Math.ceil(runs / 4)));
  if (wanted('segments')) write('segments', segmentTable(runs));
  const [readings, incidents] = process.argv.slice(4);
  if (second === 'machine' && readings !== undefined && incidents !== undefined)
    write('machine', machineTable(readings, incidents));
  if (wanted('model')) write('model', modelVerdictTable(runs));
}
