import { chiSquareHomogeneity } from '../stats/chi-square.ts';
import type { Ecdf } from '../stats/ecdf.ts';
import type { FrequencyTable } from '../stats/frequency-table.ts';
import { kolmogorovSmirnov } from '../stats/ks.ts';
import { smallestDetectableShift, smallestDetectableTotalVariation } from '../stats/smallest-detectable.ts';
import { StatisticError } from '../stats/statistic-error.ts';
import { totalVariation } from '../stats/total-variation.ts';
import { normalisedWasserstein, type ScaleKind } from '../stats/wasserstein.ts';
import type { Comparison } from './plan.ts';
import type { ColumnDrift } from './results.ts';

const POWER = 0.8;

/** A constant reference has no standard deviation; then the distance is said relative to its size. */
const units: Record<ScaleKind, string> = {
  'standard deviation': 'reference standard deviations',
  'reference value': 'times the reference value',
  'mean size of current': 'times the mean current size',
};

/** A comparison, or the reason why there is none. */
export type Compared = ColumnDrift | { notTested: string };

/** Effect and evidence for two numeric columns: normalised Wasserstein distance and Kolmogorov-Smirnov. */
export function compareNumbers(reference: Ecdf, current: Ecdf, { alpha }: Comparison): Compared {
  return orReason(() => {
    const moved = normalisedWasserstein(reference, current);
    const test = kolmogorovSmirnov(reference, current);
    const unit = units[moved.scaleKind];
    return {
      effect: { method: 'wasserstein', value: moved.value, unit, raw: moved.distance, scale: moved.scale },
      evidence: {
        method: 'ks',
        statistic: test.statistic,
        pValue: test.pValue,
        effectiveSize: { reference: reference.size, current: current.size },
        pValueIndependent: test.pValue,
      },
      smallestDetectable: {
        value: finiteOrNull(smallestDetectableShift(reference.size, current.size, { alpha, power: POWER })),
        unit,
        power: POWER,
      },
    };
  });
}

/** Effect and evidence for two columns of categories: total variation distance and chi-square homogeneity. */
export function compareCategories(reference: FrequencyTable, current: FrequencyTable, { alpha }: Comparison): Compared {
  return orReason(() => {
    const test = chiSquareHomogeneity(reference, current);
    const unit = 'share of rows';
    const sizes = { n: reference.size, m: current.size };
    return {
      effect: { method: 'total_variation', value: totalVariation(reference, current), unit },
      evidence: {
        method: 'chi_square',
        statistic: test.statistic,
        degreesOfFreedom: test.degreesOfFreedom,
        pValue: test.pValue,
        effectiveSize: { reference: reference.size, current: current.size },
        pValueIndependent: test.pValue,
      },
      smallestDetectable: {
        value: smallestDetectableTotalVariation(sizes, test.degreesOfFreedom, { alpha, power: POWER }),
        unit,
        power: POWER,
      },
    };
  });
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

function orReason(compare: () => ColumnDrift): Compared {
  try {
    return compare();
  } catch (error) {
    if (error instanceof StatisticError) return { notTested: error.message };
    throw error;
  }
}
