import { describe, expect, test } from 'vitest';
import { meanOfStretches } from '../../../src/analysis/summarised/mean-of-stretches.ts';
import { summarisedSegments } from '../../../src/analysis/summarised/segments.ts';
import type { Performance } from '../../../src/facts/document/performance.ts';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import type { SummaryFile } from '../../../src/facts/summary-file.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { autoregressive, normal } from '../../../tools/calibration/draws.ts';

const DAY = 86_400_000;

/** So many rows and wrong ones by segment. */
function fileOf(counts: Record<string, [rows: number, wrong: number]>): SummaryFile {
  const segments = Object.entries(counts).map(([segment, [rows, wrong]]) => ({
    ...{ segment, rows, errors: null },
    confusion: [
      { day: NaN, target: 'a', predicted: 'a', n: rows - wrong },
      { day: NaN, target: 'b', predicted: 'a', n: wrong },
    ],
  }));
  const confusion = segments.flatMap((segment) => segment.confusion);
  const rows = segments.reduce((sum, segment) => sum + segment.rows, 0);
  return {
    ...{ engine: 'test', rows, columns: [], products: [], segments },
    model: { confusion, scores: [], errors: null },
  };
}

const classes = { state: 'measured', task: 'binary', target: 't', prediction: 'y' } as Performance;

test('rows, shares and the share of wrong rows by segment; those of fewer than five rows are put together', () => {
  const files = {
    reference: fileOf({ ['__proto__']: [60, 6], south: [30, 3], tiny: [4, 4], small: [3, 0], '': [3, 1] }),
    current: fileOf({ ['__proto__']: [80, 40], south: [4, 4], tiny: [2, 1], '': [14, 0] }),
  };
  const table = summarisedSegments(files, classes, parseConfig());
  const [north, south, none] = table?.segments ?? [];
  expect(table?.segments.map(({ name }) => name)).toEqual([
    { quote: '__proto__', rows: 80 },
    { quote: 'south', rows: 30 },
    { quote: '', rows: 14 },
  ]);
  expect([table?.measure, north?.rows, north?.share]).toEqual(['error_rate', { reference: 60, current: 80 }, { reference: 0.6, current: 0.8 }]); // prettier-ignore
  // Wilson's interval of 6 in 60.
  expect(north?.measure.reference?.value).toBe(0.1);
  expect(north?.measure.reference?.low).toBeCloseTo(0.0466428, 6);
  expect(north?.measure.reference?.high).toBeCloseTo(0.2014946, 6);
  // Four rows, and three: what is so of them would tell of single ones.
  expect([south?.rows.current, south?.measure.current, none?.measure.reference]).toEqual([4, null, null]);
  expect(table?.others).toMatchObject({ segments: 2, rows: { reference: 7, current: 2 }, measure: { current: null } });
  expect(JSON.stringify(table)).not.toMatch(/tiny|small/);
});

test('a hundred segments are listed, the others put together; files without segments have no table', () => {
  const counts = Object.fromEntries(
    Array.from({ length: 130 }, (_, i) => [`s${String(i)}`, [1000 - i, 0] as [number, number]]),
  );
  const table = summarisedSegments({ current: fileOf(counts) }, null, parseConfig());
  expect([table?.segments.length, table?.others?.segments, table?.measure]).toEqual([100, 30, null]);
  expect(table?.segments.at(-1)?.name.quote).toBe('s99');
  expect(summarisedSegments({ current: { ...fileOf({}), segments: [] } }, classes, parseConfig())).toBeNull();
});

describe('intervals of a mean from sums by day hold it in about 95 %', () => {
  const drawn = (memory: number, isShare: boolean): number => {
    const random = seededRandom(21);
    let held = 0;
    for (let run = 0; run < 300; run++) {
      const level = memory === 0 ? new Float64Array(200) : autoregressive(memory)(random, 200);
      const sums = Array.from(level, (value, day) => {
        const rows = Array.from({ length: 20 }, () => {
          const x = normal(random) + 0.5 * value;
          return isShare ? Number(x > 0.5) : x;
        });
        const total = rows.reduce((sum, x) => sum + x, 0);
        return { start: day * DAY, n: 20, total, squares: rows.reduce((sum, x) => sum + x * x, 0) };
      });
      const { low, high } = meanOfStretches(sums, isShare);
      // P(normal with variance 1, and 1 + .25 of days, > .5); levels have a variance of 1.
      const truth = isShare ? (memory === 0 ? 0.3085375 : 0.3273604) : 0;
      held += Number((low ?? NaN) <= truth && truth <= (high ?? NaN));
    }
    return held / 300;
  };

  test.each([
    ['a mean, days alike', 0, false],
    ['a mean, days that depend on each other', 0.5, false],
    ['a share, days alike', 0, true],
    ['a share, days that depend on each other', 0.5, true],
  ])('%s', (_, memory, isShare) => {
    expect(drawn(memory, isShare)).toBeGreaterThanOrEqual(0.91);
    expect(drawn(memory, isShare)).toBeLessThanOrEqual(0.99);
  });

  test('of numbers with few stretches, or without time, none is told', () => {
    const sums = [{ start: NaN, n: 100, total: 50, squares: 40 }];
    expect(meanOfStretches(sums, false)).toEqual({ value: 0.5, low: null, high: null });
    expect(meanOfStretches(sums, true).low).toBeCloseTo(0.4038315, 6);
  });
});
