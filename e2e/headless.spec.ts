import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseReport } from '../src/report/parse.ts';
import { readOpenMetrics } from '../test/report/openmetrics-text.ts';
import { steel } from './files.ts';

test.setTimeout(180_000);

const [reference, current] = steel;
const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
const run = (...options: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'tools/report.ts', ...options], { encoding: 'utf8' });

test('the command without a screen writes its files whole, and ends with 1 where something has changed', () => {
  const prom = join(folder, 'collector', 'plumbline.prom');
  const { status, stdout } = run(
    ...['--reference', reference, '--current', current, '--config', 'public/sample/plumbline.json'],
    ...['--out', join(folder, 'steel'), '--openmetrics', prom],
  );
  expect(status).toBe(1);
  expect(stdout).toContain('2 of 11 columns have changed');
  expect(parseReport(readFileSync(join(folder, 'steel.json'), 'utf8')).conditions).toHaveLength(3);
  const html = readFileSync(join(folder, 'steel.html'), 'utf8');
  expect(html).toContain('<title>Steel plant, energy');
  expect(html).toContain('2 of 11 columns have changed');
  expect(readdirSync(join(folder, 'collector'))).toEqual(['plumbline.prom']);
  const [info] = readOpenMetrics(readFileSync(prom, 'utf8')).get('plumbline_report_info')?.samples ?? [];
  expect(info?.labels).toMatchObject({ report: 'Steel plant, energy', current: 'steel_current.csv' });
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
  const broken = run('--current', 'e2e/fixtures/really_a_png.csv', '--out', join(folder, 'broken'));
  expect([broken.status, broken.stderr]).toEqual([2, expect.stringMatching(/Could not run: .*really_a_png/)]);
  expect(run('--reference', reference).status).toBe(2);
  expect(readdirSync(folder).filter((name) => name.startsWith('broken'))).toEqual([]);
});
