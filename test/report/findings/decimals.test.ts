import { expect, test } from 'vitest';
import { buildReport } from '../../../src/report/build.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { runOf, type BothFiles } from '../../../tools/calibration/reports.ts';

const stamp = { version: '0', createdAt: new Date(0) };
const random = seededRandom(65);
const tenths = (size: number) => Float64Array.from({ length: size }, () => (1 + Math.floor(3 * random())) / 10);

test('twelve columns of the same law, the current file in single precision: none changed', () => {
  const columns = Array.from({ length: 12 }, (): BothFiles => ({
    reference: { numbers: tenths(150) },
    current: { numbers: tenths(150).map(Math.fround) },
  }));
  const states = buildReport(runOf(columns), stamp).columns.map(({ drift }) => drift?.state);
  expect(states).not.toContain('changed');
  expect(states).not.toContain('moved');
});

test('fewer decimals than in the reference are a finding; a few values that happen to be round are not', () => {
  const fine = Float64Array.from({ length: 300 }, () => Math.round(random() * 1000) / 1000);
  const coarse = fine.map((value) => Math.round(value * 10) / 10);
  const found = (current: Float64Array) =>
    buildReport(runOf([{ reference: { numbers: fine }, current: { numbers: current } }]), stamp).dataset.findings.find(
      ({ kind }) => kind === 'decimals',
    );
  expect(found(coarse)).toMatchObject({ severity: 'medium', values: { reference: 3, current: 1 } });
  expect(found(coarse)?.text).toBe('Values have 1 decimal in the current file, 3 decimals in the reference.');
  expect(found(fine.map((value, i) => (i < 150 ? value : 0.5)))).toBeUndefined();
});
