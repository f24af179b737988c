import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { RegressionResult } from '../../src/facts/document/model/regression.ts';
import { buildReport } from '../../src/report/build.ts';
import { seriesFigures } from '../../src/ui/sections/performance/regression/regression-figures.ts';
import { measured, run, stamp } from '../report/two-columns.ts';

const period = { start: 0, end: 1, count: 9, mean: 0.2, std: 0.1 };
const periods = { current: [period] };
const series = { target: periods, prediction: periods, error: periods, absolutePercentageError: periods };

describe('rows that a percentage error leaves out', () => {
  test('are said among the notes on the model', () => {
    const { performance } = buildReport({ ...run(), performance: measured() }, stamp);
    expect(performance?.state === 'measured' && performance.notes).toContain(
      'Mean absolute percentage error leaves out rows whose target is zero or nearly zero: 12 of 200 rows of the reference file and 12 of 200 rows of the current file.',
    );
  });

  test('are said in the picture of it over time, and only there', () => {
    const performance = measured();
    if (performance.state !== 'measured') throw new Error('not measured');
    const result: RegressionResult = {
      ...(performance.whole as RegressionResult),
      overTime: { unit: 'day', timeColumn: 't', ...series },
    };
    const described = (whole: RegressionResult) =>
      seriesFigures(whole, {}).map(
        ({ component, props, title }) => render(component, { props: { ...props(), title } }).body,
      );
    const remarks = (whole: RegressionResult) =>
      described(whole).map((body) => body.includes('Rows whose target is zero or nearly zero are left out.'));
    expect(remarks(result)).toEqual([false, false, true]);
    expect(remarks({ ...result, nearZeroTargets: { current: 0 } })).not.toContain(true);
    expect(described(result)[2]).toContain('On average 20% over 1 day of the current file.');
  });
});
