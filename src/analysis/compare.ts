import type { EffectiveSize } from '../stats/effective-size.ts';
import type { FrequencyTable } from '../stats/frequency-table.ts';
import { StatisticError } from '../stats/statistic-error.ts';
import { totalVariation } from '../stats/total-variation.ts';
import { normalisedWasserstein, type ScaleKind } from '../stats/wasserstein.ts';
import { categoryEvidence, type CategoryTest } from './category-evidence.ts';
import { numericEvidence, type NumericTest } from './numeric-evidence.ts';
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

/** Effect and evidence for two numeric columns: normalised Wasserstein distance and a two-sample test. */
export function compareNumbers(
  pair: Pair,
  { sizes, test, outliers }: { sizes: Sizes; test: NumericTest; outliers: () => Outliers | null },
): Compared {
  return orReason(() => {
    const { reference, current } = pair;
    const moved = normalisedWasserstein(reference, current);
    const size = effective(sizes);
    const evidence = numericEvidence(test, pair, { n: size.reference, m: size.current });
    return {
      effect: {
        method: 'wasserstein',
        value: moved.value,
        unit: units[moved.scaleKind],
        raw: moved.distance,
        scale: moved.scale,
      },
      evidence: { ...evidence, rows: rowsOf(sizes), effectiveSize: size },
      outliers: outliers(),
    };
  });
}

/** Effect and evidence for two columns of categories: total variation distance and a test of homogeneity. */
export function compareCategories(
  reference: FrequencyTable,
  current: FrequencyTable,
  { sizes, test, seed }: { sizes: Sizes; test: CategoryTest; seed: number },
): Compared {
  return orReason(() => {
    const size = effective(sizes);
    const evidence = categoryEvidence(reference, current, {
      effective: { n: size.reference, m: size.current },
      test,
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
