import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Report } from '../../src/facts/document/document.ts';
import { parseReport } from '../../src/report/parse.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { readOpenMetrics } from '../../test/report/openmetrics-text.ts';
import { steel, STEEL } from '../files.ts';

test.setTimeout(180_000);

const [reference, current] = steel;
const random = seededRandom(7);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
const run = (...options: string[]) =>
  spawnSync(process.execPath, ['lib/command.js', 'report', ...options], { encoding: 'utf8' });

test('the command without a screen writes its files whole, and ends with 1 where something has changed', () => {
  const prom = join(folder, 'collector', 'plumbline.prom');
  const { status, stdout } = run(
    ...['--reference', reference, '--current', current, '--config', 'public/sample/plumbline.json'],
    ...['--out', join(folder, 'steel'), '--openmetrics', prom],
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(STEEL);
  expect(parseReport(readFileSync(join(folder, 'steel.json'), 'utf8')).conditions).toHaveLength(3);
  const html = readFileSync(join(folder, 'steel.html'), 'utf8');
  expect(html).toContain('<title>Steel plant, energy');
  expect(html).toMatch(STEEL);
  expect(readdirSync(join(folder, 'collector'))).toEqual(['plumbline.prom']);
  const [info] = readOpenMetrics(readFileSync(prom, 'utf8')).get('plumbline_report_info')?.samples ?? [];
  expect(info?.labels).toMatchObject({ report: 'Steel plant, energy', current: 'steel_current.csv' });
});

test('it says which rows a filter took, in what it prints and in its files, and advises nothing on them', () => {
  const filter = JSON.stringify([{ column: 'Load_Type', test: 'equals', value: 'Light_Load' }]);
  const out = join(folder, 'light');
  const files = ['--reference', reference, '--current', current];
  const { status, stdout } = run(...files, '--filter', filter, '--formats', 'json,csv', '--out', out);
  // Among these rows the error steps up within the current file, which alone tells how much it may wander.
  expect(status).toBe(3);
  const said = 'Only rows where “Load_Type” is “Light_Load”: 4,368 of 8,736 and 4,577 of 8,833.';
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/Exploratory: this holds for the rows that a filter chose\.$/),
    said,
    expect.stringMatching(/^Mean absolute error went from /),
    '',
  ]);
  const report = reportOf(out);
  expect(report.filter?.text).toBe(said);
  expect(report).not.toHaveProperty('advice');
  expect(readFileSync(`${out}.csv`, 'utf8')).toContain('“Load_Type” is “Light_Load”');
});

test('it ends with 0 where nothing has, with 1 where a condition does not hold, with 2 where it cannot run', () => {
  const small = [
    '--reference',
    'e2e/fixtures/steel_load_reference.csv',
    '--current',
    'e2e/fixtures/steel_load_reference.csv',
  ];
  expect(run(...small, '--out', join(folder, 'same')).status).toBe(0);
  const strict = join(folder, 'strict.yaml');
  writeFileSync(strict, 'conditions:\n  - { metric: rows, min: 1000000 }\n');
  const failed = run(...small, '--config', strict, '--formats', 'json', '--out', join(folder, 'failed'));
  expect([failed.status, failed.stdout]).toEqual([1, expect.stringContaining('at least 1,000,000 passes')]);
  const broken = run(
    '--current',
    'e2e/fixtures/really_a_png.csv',
    '--formats',
    'json',
    '--out',
    join(folder, 'broken'),
  );
  expect([broken.status, broken.stderr]).toEqual([2, expect.stringMatching(/Could not run: .*really_a_png/)]);
  expect(run('--reference', reference).status).toBe(2);
  const unmeasured = run(...small, '--metrics', 'some', '--out', join(folder, 'broken'));
  expect([unmeasured.status, unmeasured.stderr]).toEqual([
    2,
    expect.stringContaining('expected summary, columns, all'),
  ]);
  expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([]);
});

test('rows are held against a summary of the reference', () => {
  const summary = join(folder, 'june.summary.parquet');
  const counted = ['--engine', 'duckdb', '--file', reference, '--time', 'date', '--out', summary];
  expect(spawnSync('node', ['--import', 'tsx', 'tools/summary.ts', ...counted], { encoding: 'utf8' }).stderr).toContain(
    'a summary file of',
  );
  const out = join(folder, 'beside');
  const { status, stderr } = run('--reference', summary, '--current', current, '--formats', 'json', '--out', out);
  expect([status, stderr]).toEqual([3, expect.stringContaining('Counting the rows on the bins of the summary')]);
  const { inputs } = parseReport(readFileSync(`${out}.json`, 'utf8'));
  expect(inputs.current?.notes[0]?.text).toContain('counted on the bins of june.summary.parquet');
});

test('a run that fails says so in the metrics, and the numbers of the last report stay', () => {
  const day = join(folder, 'day.csv');
  writeFileSync(day, readFileSync('e2e/fixtures/steel_load_reference.csv'));
  const command = ['--current', day, '--formats', 'prom', '--metrics', 'summary', '--out', join(folder, 'daily')];
  const said = () => readOpenMetrics(readFileSync(join(folder, 'daily.prom'), 'utf8'));
  expect(run(...command).status).toBe(0);
  const before = said();
  expect(before.get('plumbline_last_run_success')?.samples).toEqual([{ labels: { report: 'daily' }, value: 1 }]);
  expect([...before.values()].flatMap(({ samples }) => samples.filter(({ labels }) => 'column' in labels))).toEqual([]);
  rmSync(day);
  expect(run(...command).status).toBe(2);
  const after = said();
  expect(after.get('plumbline_last_run_success')?.samples).toEqual([{ labels: { report: 'daily' }, value: 0 }]);
  expect(after.get('plumbline_rows')).toEqual(before.get('plumbline_rows'));
  expect(after.get('plumbline_report_timestamp_seconds')).toEqual(before.get('plumbline_report_timestamp_seconds'));
});

/** Writes a table of so many rows, a function for each column, and gives its path. */
function table(name: string, rows: number, columns: Record<string, (row: number) => number>): string {
  const path = join(folder, `${name}.csv`);
  const cells = Array.from({ length: rows }, (_, row) => Object.values(columns).map((value) => value(row).toFixed(4)));
  writeFileSync(path, [Object.keys(columns), ...cells].map((line) => `${line.join(',')}\n`).join(''));
  return path;
}

/** A slow walk around a level, with a standard deviation of about 1. */
function walk(level: number): () => number {
  let offset = normal();
  return () => level + (offset = 0.999 * offset + Math.sqrt(1 - 0.999 ** 2) * normal());
}

const reportOf = (stem: string): Report => parseReport(readFileSync(`${stem}.json`, 'utf8'));

test('a slow sensor that moved is named in the headline and ends the run with 3, unless it is told not to', () => {
  const sensors = (name: string, rows: number, level: number): string =>
    table(name, rows, { air_temperature: walk(level), torque: () => 40 + 10 * normal(), speed: () => 1500 + normal() });
  const files = ['--reference', sensors('machine', 2000, 302), '--current', sensors('machine_now', 800, 298)];
  const out = join(folder, 'moved');
  const moved = run(...files, '--formats', 'json,prom', '--out', out);
  expect([moved.status, moved.stdout]).toEqual([
    3,
    expect.stringMatching(
      /^1 of 3 columns has moved, perhaps by chance: “air_temperature” lower, mean 30\d\.\d → 29\d\.\d/,
    ),
  ]);
  const report = reportOf(out);
  expect(report.columns.map(({ drift }) => drift?.state)).toEqual(['moved', 'stable', 'stable']);
  const metrics = readOpenMetrics(readFileSync(`${out}.prom`, 'utf8'));
  expect(metrics.get('plumbline_exit_code')?.samples[0]?.value).toBe(3);
  const patient = run(...files, '--formats', 'json', '--out', out, '--fail-on', 'changed,model,conditions');
  expect(patient.status).toBe(0);
  const misspelt = run(...files, '--formats', 'json', '--out', out, '--fail-on', 'changed,modle');
  expect([misspelt.status, misspelt.stderr]).toEqual([2, expect.stringContaining('--fail-on modle: expected changed')]);
});

test('a model that got worse ends the run with 1, though no column changed, and leads the headline', () => {
  const predicted = (name: string, noise: number): string => {
    let target = 0;
    const columns = { load: () => normal(), target: () => (target = 100 + 20 * normal()) };
    return table(name, 1500, { ...columns, prediction: () => target + noise * normal() });
  };
  const files = ['--reference', predicted('model', 8), '--current', predicted('model_now', 12)];
  const out = join(folder, 'worse');
  const { status, stdout } = run(...files, '--formats', 'json', '--out', out);
  expect(stdout).toMatch(/^The model got worse: mean absolute error \d\.\d+ → \d\.\d+, \+\d+(\.\d)?%\./);
  expect(stdout).toMatch(/^What to do now:\n {2}- Train the model again on newer rows: mean absolute error /m);
  expect(status).toBe(1);
  expect(reportOf(out).verdict.counts.changed).toBe(0);
});

test('the same file twice is identical in every column that is compared, and ends with 0', () => {
  const out = join(folder, 'twice');
  const { status, stdout } = run('--reference', reference, '--current', reference, '--formats', 'json', '--out', out);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^The two files hold the same values/)]);
  const report = reportOf(out);
  const { identical, notTested } = report.verdict.counts;
  expect([report.verdict.state, identical + notTested]).toEqual(['identical', report.columns.length]);
  expect(identical).toBeGreaterThan(8);
});
