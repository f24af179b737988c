import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/facts/document/document.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { metricsOf } from '../../../src/report/metrics/metrics-of.ts';
import { words } from '../../../src/words/words.ts';
import { analyze } from '../../inputs/analyze.ts';

interface Row {
  time: string;
  speed: number;
  product: string;
  target: number;
  error: number;
}

/** Rows of every half hour; in the current file the error is three times as large where `isBad`. */
function table(side: number, isBad: (row: Row) => boolean): string {
  const random = seededRandom(side + 1);
  const lines = Array.from({ length: 6000 }, (_, i) => {
    const time = new Date(Date.UTC(2025, side * 5, 1) + i * 1_800_000).toISOString();
    const product = ['__proto__', '</script>', 'c'][Math.floor(random() * 3)] ?? '';
    const row: Row = { time, speed: 1000 * random(), product, target: 100 * random(), error: random() };
    const error = (isBad(row) ? 3 : 1) * row.error;
    return [time, row.speed.toFixed(1), product, row.target.toFixed(2), (row.target + error).toFixed(3)].join(',');
  });
  return ['time,speed,product,target,prediction', ...lines].join('\n');
}

const roles = { target: { role: 'target' }, prediction: { role: 'prediction' } } as const;
const hourOf = ({ time }: Row): number => Number(time.slice(11, 13));

function sentences({ where }: Report): string[] {
  if (where?.search?.state !== 'searched') throw new Error(JSON.stringify(where));
  const { basis } = where.search;
  return (where.segments ?? []).map((segment) => words.sections.where.sentence(segment, basis, words.sides.periods));
}

describe('where it hurts', () => {
  test('a product that became bad at night is told, with hours past midnight', async () => {
    const isBad = (row: Row): boolean => row.product === '</script>' && (hourOf(row) >= 22 || hourOf(row) < 4);
    const content = { reference: table(0, () => false), current: table(1, isBad) };
    const report = await analyze(content, { columns: roles });
    expect(report.where?.search).toMatchObject({ state: 'searched', basis: 'mae', columns: 5 });
    const [first] = report.where?.segments ?? [];
    expect(first?.kind).toBe('becameBad');
    expect(first?.conditions).toEqual(
      expect.arrayContaining([
        { kind: 'clock', column: 'time', part: 'hour', first: 22, last: 3 },
        {
          kind: 'values',
          column: 'product',
          values: [{ quote: '</script>', rows: expect.any(Number) as number }],
          others: false,
        },
      ]),
    );
    expect(first?.growth).toBeGreaterThan(0.9);
    expect(sentences(report)[0]).toMatch(
      /“product” is “<\/script>”.*mean absolute error 0\.\d+ → 1\.\d+;.*of the growth, since about /,
    );
  }, 60_000);

  test('a product that became bad within the current file is told with since when', async () => {
    const from = '2025-07-16';
    const isBad = (row: Row): boolean => row.product === 'c' && row.speed > 600 && row.time >= from;
    const report = await analyze({ reference: table(0, () => false), current: table(1, isBad) }, { columns: roles });
    const [first] = report.where?.segments ?? [];
    // Dates are told by days, and the picture has weeks.
    expect(first?.since).toMatchObject({ timeColumn: 'time', unit: 'week' });
    const { low = NaN, at = NaN, high = NaN, before = NaN, after = NaN } = first?.since ?? {};
    const week = 7 * 86_400_000;
    expect(low).toBeLessThanOrEqual(Date.parse(from));
    expect(high).toBeGreaterThan(Date.parse(from) - week);
    expect(Math.abs(at - Date.parse(from))).toBeLessThan(week);
    expect(after / before).toBeGreaterThan(2);
    expect(sentences(report)[0]).toMatch(/of the growth, since .*Jul .*, 2025.*\.$/);
    const { reference = [], current = [] } = first?.overTime?.periods ?? {};
    const given = [reference, current].map((periods) =>
      periods.reduce((sum, { count, mean }) => sum + count * (mean ?? 0), 0),
    );
    const search = report.where?.search;
    if (search?.state !== 'searched') throw new Error('not searched');
    // What the segment gives to the mean of all rows, period by period, is its part of all error.
    expect(given[1]! / 6000 / (search.whole.current ?? NaN)).toBeCloseTo(first?.coverage.current ?? NaN, 1);
    const moment = metricsOf(report).filter(({ metric }) => metric === 'segment_changed_since');
    expect(moment[0]).toMatchObject({ value: at / 1000, low: low / 1000, high: high / 1000, unit: 'seconds' });
  }, 60_000);

  test('a mix of rows that makes the error larger is told, and adds up with what is within', async () => {
    const isBad = (row: Row): boolean => row.product === 'c';
    const [reference, current] = [table(0, isBad), table(1, isBad)];
    const more = current
      .split('\n')
      .flatMap((line) => (line.split(',')[2] === 'c' ? [line, line, line] : [line]))
      .join('\n');
    const report = await analyze({ reference, current: more }, { columns: roles });
    const { measures = [], refused = [] } = report.where?.mix ?? {};
    expect(measures.map(({ id }) => id)).toEqual(['mae', 'rmse', 'mean_error']);
    expect(refused).toContain('r2');
    for (const { reference: before, current: after, columns } of measures) {
      const [first] = columns;
      expect(first?.column).toBe('product');
      expect(first!.mix.value / (after - before)).toBeGreaterThan(0.8);
      expect(Math.abs(first!.mix.value + first!.within.value - (after - before))).toBeLessThan(1e-9);
      expect(first?.mix.low).toBeGreaterThan(0);
    }
  }, 60_000);

  test('where no row stands out, that is the result', async () => {
    const none = (): boolean => false;
    const report = await analyze({ reference: table(0, none), current: table(1, none) }, { columns: roles });
    expect(report.where).toMatchObject({
      search: { state: 'searched', tested: expect.any(Number) as number, nested: 0 },
      segments: [],
    });
  }, 60_000);

  test('without a model it is searched which rows are current', async () => {
    const content = { reference: table(0, () => false), current: table(1, () => false) };
    const [head = '', ...lines] = content.current.split('\n');
    const doubled = lines.flatMap((line) => (Number(line.split(',')[1]) > 900 ? [line, line, line] : [line]));
    const current = [head, ...doubled].map((line) => line.split(',').slice(1, 3).join(',')).join('\n');
    const reference = content.reference
      .split('\n')
      .map((line) => line.split(',').slice(1, 3).join(','))
      .join('\n');
    const report = await analyze({ reference, current }, {});
    expect(report.where?.search).toMatchObject({ basis: 'membership' });
    expect(sentences(report)[0]).toMatch(/^“speed” above 8\d\d[.\d]*: 10.*% → 2\d.*% of rows\.$/);
  }, 60_000);

  test('few rows, and files of the same rows, are not searched, which is said', async () => {
    const short = (side: number): string =>
      table(side, () => false)
        .split('\n')
        .slice(0, 120)
        .join('\n');
    const few = await analyze({ reference: short(0), current: short(1) }, { columns: roles });
    expect(few.where).toEqual({ search: { state: 'notSearched', reason: 'few-rows' } });
    const content = table(0, () => false);
    const same = await analyze({ reference: content, current: content }, { columns: roles });
    expect(same.where).toEqual({ search: { state: 'notSearched', reason: 'same-rows' } });
  }, 60_000);
});
