import { describe, expect, test } from 'vitest';
import { adjust } from '../../../src/analysis/compare/adjust.ts';
import { numericResult } from '../../../src/analysis/run/column-result.ts';
import { thresholds } from '../../../src/analysis/run/plan.ts';
import { summarisedResult } from '../../../src/analysis/summarised/summarised-result.ts';
import type { ColumnDrift, ColumnResult } from '../../../src/facts/document/drift.ts';
import type { NumberValues } from '../../../src/facts/summary.ts';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import { driftState } from '../../../src/report/verdict/verdict.ts';
import { why } from '../../../src/report/verdict/why.ts';
import { kolmogorovSmirnov } from '../../../src/stats/compare/numeric/ks.ts';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { autoregressive, changes, normal, numericDraws, type Draw } from '../../../tools/calibration/draws.ts';
import { bound, jobs } from '../../../tools/calibration/simulate.ts';
import { bothWays, summaryCells } from '../../../tools/calibration/summaries.ts';
import { edgesOf, summarised } from './summarised.ts';

const config = parseConfig();
const SIZES = { n: 6000, m: 3000 };

interface Columns {
  reference: Float64Array;
  current: Float64Array;
}

function driftOf(result: ColumnResult): ColumnDrift {
  const [adjusted] = adjust([result], config);
  const drift = adjusted?.drift ?? null;
  if (drift === null || 'notTested' in drift) throw new Error(`not tested: ${JSON.stringify(drift)}`);
  return drift;
}

const rule = { alpha: config.alpha, ...thresholds('x', 'numeric', config) };
const stateOf = (drift: ColumnDrift) => driftState(drift, rule);
const saysCoarse = (drift: ColumnDrift): boolean =>
  why(drift, stateOf(drift), rule).some((step) => step.kind === 'bins' && step.values.coarse);

/** A column as its summary shows it; `perStretch` rows are an hour, where they have a time. */
function byBins({ reference, current }: Columns, perStretch?: number): ColumnDrift {
  const edges = edgesOf(reference);
  const options = perStretch === undefined ? {} : { perStretch };
  const columns = {
    reference: summarised(reference, edges, options),
    current: summarised(current, edges, options),
  };
  return driftOf(summarisedResult({ job: jobs.numeric, columns }));
}

/** The same as its rows show it, each in full. */
function byRows({ reference, current }: Columns): ColumnDrift {
  const whole = (values: Float64Array) => {
    const { summary } = summarised(values, edgesOf(values));
    const curve = ecdf(values);
    const upTo = Uint32Array.from(curve.counts);
    for (let i = 1; i < upTo.length; i++) upTo[i]! += upTo[i - 1]!;
    const known = { ...(summary.values as NumberValues), values: curve.values, upTo };
    delete known.bins;
    return { ...summary, values: known };
  };
  return driftOf(numericResult(jobs.numeric, { reference: whole(reference), current: whole(current) }));
}

const independent = Object.entries(numericDraws).filter(([name]) => !name.startsWith('AR'));
const cells = independent.flatMap(([name, draw]) =>
  [['nothing changed', (values: Float64Array) => values] as const, ...Object.entries(changes)].map(
    ([what, change]) => ({
      ...{ name, draw, what, change },
    }),
  ),
);

describe('a summary of 200 bins says what the rows say', () => {
  test('in 99 of 100 columns of independent rows, or that it is too coarse; effect and gap lie within its bounds', () => {
    const random = seededRandom(22);
    const outcomes = cells.flatMap(({ draw, change }) =>
      Array.from({ length: 12 }, () => {
        const columns = { reference: draw(random, SIZES.n), current: change(draw(random, SIZES.m), random) };
        const [rows, bins] = [byRows(columns), byBins(columns)];
        const { raw = NaN, scale = NaN, atMost = NaN } = bins.effect;
        expect((rows.effect.raw ?? NaN) - raw).toBeGreaterThan(-1e-9 * scale);
        expect((rows.effect.raw ?? NaN) / scale).toBeLessThan(atMost + 1e-9);
        const { statistic } = kolmogorovSmirnov(ecdf(columns.reference), ecdf(columns.current));
        expect(statistic).toBeGreaterThanOrEqual((bins.gapBound?.value ?? NaN) - 1e-12);
        expect(statistic).toBeLessThanOrEqual((bins.gapBound?.atMost ?? NaN) + 1e-12);
        return stateOf(rows) === stateOf(bins) || saysCoarse(bins);
      }),
    );
    expect(outcomes.length).toBeGreaterThan(200);
    expect(outcomes.filter((same) => same).length / outcomes.length).toBeGreaterThanOrEqual(0.99);
  });
});

describe('rows that depend on each other, by hours of 60', () => {
  const shares = (draw: Draw, shift: number): number => {
    const random = seededRandom(9);
    const runs = Array.from({ length: 100 }, () => {
      const current = draw(random, SIZES.m).map((value) => value + shift);
      return stateOf(byBins({ reference: draw(random, SIZES.n), current }, 60));
    });
    return runs.filter((state) => state === 'changed').length / runs.length;
  };
  const slow: [string, Draw][] = [
    ['independent', (random, size) => Float64Array.from({ length: size }, () => normal(random))],
    ['AR .5', autoregressive(0.5)],
    ['AR .95', autoregressive(0.95)],
  ];

  test.each(slow)('%s, nothing changed: `changed` at most as often as α allows', (_, draw) => {
    expect(shares(draw, 0)).toBeLessThanOrEqual(bound(100));
  });

  test.each(slow.slice(0, 2))('%s, a shift of .5 σ is seen', (_, draw) => {
    expect(shares(draw, 0.5)).toBeGreaterThanOrEqual(0.9);
  });

  test('the state is that of the rows in their order, or the summary says that it is too coarse to tell', () => {
    const random = seededRandom(22);
    const slow = summaryCells.filter(({ process }) => process.startsWith('AR'));
    const columns = slow.flatMap(({ draw, change }) => Array.from({ length: 4 }, () => bothWays(draw, change, random)));
    expect(columns.filter(({ same, coarse }) => same || coarse).length / columns.length).toBeGreaterThanOrEqual(0.97);
    // To say so of everything would be no answer.
    expect(columns.filter(({ coarse }) => coarse).length / columns.length).toBeLessThan(0.3);
    expect(columns.filter(({ same }) => same).length / columns.length).toBeGreaterThan(0.85);
  });

  test('rows of few hours are not taken for as many independent ones', () => {
    const random = seededRandom(3);
    const draw = autoregressive(0.99);
    const states = Array.from({ length: 60 }, () =>
      stateOf(byBins({ reference: draw(random, 900), current: draw(random, 600) }, 60)),
    );
    expect(states.filter((state) => state === 'changed').length / states.length).toBeLessThanOrEqual(bound(60));
  });
});
