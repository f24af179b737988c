import type { EffectiveSize } from '../stats/effective-size.ts';
import type { FrequencyTable } from '../stats/frequency-table.ts';
import { kolmogorovSmirnov, ksEffectivePValue } from '../stats/ks.ts';
import { StatisticError } from '../stats/statistic-error.ts';
import { totalVariation } from '../stats/total-variation.ts';
import { normalisedWasserstein, type ScaleKind } from '../stats/wasserstein.ts';
import { categoryEvidence } from './category-evidence.ts';
import type { Pair } from './outliers.ts';
import type { ColumnDrift, Evidence, Outliers } from './results.ts';

/** A constant reference has no standard deviation; then the distance is said relative to its size. */
const units: Record<ScaleKind, string> = {
  'standard deviation': 'reference standard deviations',
  'reference value': 'times the reference value',
  'mean size of current': 'times the mean current size',
};

/** A comparison, or the reason why there is none. */
export type Compared = ColumnDrift | { notTested: string };

/** How many rows each side is worth. */
export interface Sizes {
  reference: EffectiveSize;
  current: EffectiveSize;
}

const effective = ({ reference, current }: Sizes): Evidence['effectiveSize'] => ({
  reference: reference.effective,
  current: current.effective,
});
const rowsOf = ({ reference, current }: Sizes): Evidence['rows'] => ({
  reference: reference.rows,
  current: current.rows,
});
const independent = ({ reference, current }: Sizes): boolean => reference.time === 1 && current.time === 1;

/** Effect and evidence for two numeric columns: normalised Wasserstein distance and Kolmogorov-Smirnov. */
export function compareNumbers(pair: Pair, sizes: Sizes, outliers: () => Outliers | null): Compared {
  return orReason(() => {
    const { reference, current } = pair;
    const moved = normalisedWasserstein(reference, current);
    const test = kolmogorovSmirnov(reference, current);
    const size = effective(sizes);
    const pValue = independent(sizes) ? test.pValue : ksEffectivePValue(test.statistic, size.reference, size.current);
    return {
      effect: {
        method: 'wasserstein',
        value: moved.value,
        unit: units[moved.scaleKind],
        raw: moved.distance,
        scale: moved.scale,
      },
      evidence: {
        method: 'ks',
        statistic: test.statistic,
        // An estimate must not make a test bolder than it is with every row counted in full.
        pValue: Math.max(pValue, test.pValue),
        rows: rowsOf(sizes),
        effectiveSize: size,
        pValueIndependent: test.pValue,
      },
      outliers: outliers(),
    };
  });
}

/** Effect and evidence for two columns of categories: total variation distance and a test of homogeneity. */
export function compareCategories(
  reference: FrequencyTable,
  current: FrequencyTable,
  { sizes, seed }: { sizes: Sizes; seed: number },
): Compared {
  return orReason(() => {
    const size = effective(sizes);
    const evidence = categoryEvidence(reference, current, {
      effective: { n: size.reference, m: size.current },
      seed,
    });
    return {
      effect: { method: 'total_variation', value: totalVariation(reference, current), unit: 'share of rows' },
      evidence: { ...evidence, rows: rowsOf(sizes), effectiveSize: size },
      outliers: null,
    };
  });
}

function orReason(compare: () => ColumnDrift): Compared {
  try {
    return compare();
  } catch (error) {
    if (error instanceof StatisticError) return { notTested: error.message };
    throw error;
  }
}
