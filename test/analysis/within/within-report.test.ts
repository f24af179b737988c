import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/facts/document/document.ts';
import { ConfigError, type ConfigInput } from '../../../src/facts/settings/settings.ts';
import { metricsOf } from '../../../src/report/metrics/metrics-of.ts';
import { parseReport } from '../../../src/report/parse.ts';
import { withoutRows } from '../../../src/report/page/without-rows.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { normal } from '../../../tools/calibration/draws.ts';
import { analyze } from '../../inputs/analyze.ts';
import { column } from '../../inputs/read-report.ts';

interface Making {
  nights: number;
  off?: number;
  size?: number;
  /** Lines behind the drawn ones. */
  more?: readonly string[];
}

/** Rows of three shifts, each at a level of its own, and a grade that is more frequent at night. */
function rows(seed: number, { nights, off = 0, size = 1500, more = [] }: Making): string {
  const random = seededRandom(seed);
  const lines = Array.from({ length: size }, (_, row) => {
    const shift = random() < nights ? 'night' : random() < 0.5 ? 'early' : 'late';
    const level = { early: 0, late: 0.5, night: 3 }[shift];
    const grade = random() < (shift === 'night' ? 0.5 : 0.1) ? 'B' : 'A';
    const line = 10 + (row % 7);
    return [shift, line, (level + normal(random) + off).toFixed(4), grade, normal(random).toFixed(4)].join(',');
  });
  return ['shift,line,power,grade,other', ...lines, ...more].join('\n');
}

const within: ConfigInput = { compareWithin: ['shift'] };
const states = (report: Report, ...names: string[]) => names.map((name) => column(report, name).drift?.state);

describe('another mix of shifts, and nothing else', () => {
  const files = { reference: rows(1, { nights: 0.2 }), current: rows(2, { nights: 0.6 }) };

  test('over all rows numbers and categories changed; within shifts none did, and the shift itself did', async () => {
    const whole = await analyze(files, {});
    expect(states(whole, 'power', 'grade', 'other', 'shift')).toEqual(['changed', 'changed', 'stable', 'changed']);
    expect(whole.within).toBeUndefined();
    const report = await analyze(files, within);
    expect(states(report, 'power', 'grade', 'other', 'shift')).toEqual(['stable', 'stable', 'stable', 'changed']);
    expect(column(report, 'shift').drift?.within).toBeUndefined();
    expect(report.within).toMatchObject({ columns: ['shift'], strata: 3, absent: 0, refused: [] });
  });

  test('both numbers are said, of numbers in their own unit and of categories in shares', async () => {
    const [whole, report] = [await analyze(files, {}), await analyze(files, within)];
    const [power, grade] = ['power', 'grade'].map((name) => column(report, name).drift);
    expect(power?.within?.whole.value).toBe(column(whole, 'power').drift?.effect?.value);
    expect(power?.text).toMatch(
      /Within the same “shift” it moved by 0\.0\d+, over all rows by 1\.\d+: most of that is another mix of “shift”\.$/,
    );
    expect(grade?.text).toMatch(
      /Within the same “shift” it moved by .*% of rows, over all rows by 1\d.*% of rows: most/,
    );
    expect(power?.why.map(({ kind }) => kind)).toContain('within');
    expect(report.verdict.headline).toMatch(/Compared within the same “shift”\.$/);
    expect(report.verdict.detail).toContain('Columns are compared within the same “shift” (3 groups)');
  });

  test('both numbers go along in saved reports and in other systems', async () => {
    const report = await analyze(files, within);
    expect(withoutRows(report).columns.map(({ drift }) => drift?.text)).toEqual(
      report.columns.map(({ drift }) => drift?.text),
    );
    const metrics = metricsOf(report).filter(
      ({ column: name, metric }) => name === 'power' && /^drift_effect/.test(metric),
    );
    expect(metrics.map(({ metric }) => metric)).toEqual([
      ...['drift_effect', 'drift_effect_own_unit', 'drift_effect_all_rows'],
    ]);
    expect(metricsOf(report).find(({ metric }) => metric === 'rows_left_out')?.value).toBe(0);
    expect(parseReport(JSON.stringify(report)).within).toEqual(report.within);
  });

  test('rows that are shuffled on purpose count in full, at what their weights leave', async () => {
    const report = await analyze(files, { ...within, rowOrder: 'none' });
    const { within: facts, evidence } = column(report, 'power').drift ?? {};
    expect(evidence?.effectiveSize).toEqual(facts?.worth);
    expect(facts?.worth.reference).toBeLessThan(1000);
  });
});

test('a change within shifts that another mix hides is found', async () => {
  const files = { reference: rows(3, { nights: 0.2 }), current: rows(4, { nights: 0.45, off: -0.7 }) };
  const report = await analyze(files, within);
  expect(states(report, 'power')).toEqual(['changed']);
  const { move, text } = column(report, 'power').drift ?? {};
  expect(move).toMatchObject({ way: 'mean' });
  expect(text).toMatch(/^Lower: mean 1\.\d+ → 0\.\d+/);
  expect(text).toContain('another mix of “shift” hides most of it');
});

test('the same file twice is identical', async () => {
  const file = rows(5, { nights: 0.3 });
  const report = await analyze({ reference: file, current: file }, within);
  expect(report.verdict.state).toBe('identical');
});

describe('strata without ten reference rows', () => {
  const files = {
    reference: rows(6, { nights: 0.3, more: Array<string>(4).fill('extra,10,50,B,0') }),
    current: rows(7, {
      nights: 0.3,
      more: [...Array<string>(6).fill('extra,10,90,B,0'), 'new </script>,10,90,B,0', ',10,90,B,0'],
    }),
  };

  test('are left out and named, a missing value among them', async () => {
    const report = await analyze(files, within);
    expect(report.within?.leftOut).toMatchObject({ strata: 3, reference: 4, current: 8 });
    expect(report.verdict.detail).toContain('“extra” (6 rows, 4 before), “new </script>” (1 row, 0 before)');
    expect(report.verdict.detail).toContain('no value (1 row, 0 before)');
    expect(report.verdict.headline).toContain('8 of 1,508 rows are left out');
    expect(states(report, 'power')).toEqual(['stable']);
    expect(column(report, 'power').drift?.within?.leftOut).toEqual({ strata: 3, reference: 4, current: 8 });
  });

  test('are named in saved reports where five rows share the name', async () => {
    const saved = withoutRows(await analyze(files, within));
    expect(saved.verdict.detail).toContain('“extra” (6 rows');
    expect(JSON.stringify([saved.within, saved.verdict])).not.toContain('new <');
  });

  test('where no row of the current file has its like, nothing is tested, and that is said', async () => {
    const current = files.current.replaceAll(/^(early|late|night),/gm, 'other $1,');
    const report = await analyze({ ...files, current }, within);
    expect(states(report, 'power', 'grade')).toEqual(['notTested', 'notTested']);
    expect(column(report, 'power').drift?.text).toContain('fewer than 10 rows in each group of “shift”');
  });
});

describe('conditions', () => {
  const files = { reference: rows(8, { nights: 0.2 }), current: rows(9, { nights: 0.6 }) };

  test('several are crossed, a number of few values by its value', async () => {
    const report = await analyze(files, { compareWithin: ['shift', 'line'], columns: { line: { type: 'numeric' } } });
    expect(report.within).toMatchObject({ columns: ['shift', 'line'], strata: 21 });
    expect(states(report, 'power')).toEqual(['stable']);
  });

  test('a number of many values is refused by name and number', async () => {
    const refused = analyze(files, { compareWithin: ['power'] });
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toMatchObject({
      values: { problem: 'condition', refused: { column: 'power', reason: 'many-values', most: 50 } },
    });
  });

  test('a name that no file has is refused with the one that was meant', async () => {
    await expect(analyze(files, { compareWithin: ['shfit'] })).rejects.toMatchObject({
      values: { problem: 'unknown-column', path: 'config.compareWithin["shfit"]', suggestion: 'shift' },
    });
  });

  test('where columns that do not fit are listed, they are named with what to do, and the others are used', async () => {
    const config = { compareWithin: ['power', 'gone', 'shift'] };
    const report = await analyze(files, config, { unknownColumns: 'list' });
    expect(report.within?.columns).toEqual(['shift']);
    expect(report.unmatchedColumns).toEqual(['gone']);
    expect(report.verdict.detail).toMatch(
      /“power” has [\d,]+ different values; rows are compared within at most 50\. Choose a column with fewer, or set its type/,
    );
    expect(states(report, 'power')).toEqual(['stable']);
    const none = await analyze(files, { compareWithin: ['power'] }, { unknownColumns: 'list' });
    expect(none.verdict.detail).toContain('Columns are compared over all rows.');
    expect(states(none, 'power')).toEqual(['changed']);
  });

  test('an empty list is none', async () => {
    expect((await analyze(files, { compareWithin: [] })).within).toBeUndefined();
  });
});
