import type { EffectiveSize } from '../../stats/adjust/effective-size.ts';
import type { Ecdf } from '../../stats/describe/ecdf.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { StatisticError } from '../../stats/statistic-error.ts';
import { totalVariation } from '../../stats/compare/binned/total-variation.ts';
import { normalisedWasserstein, type ScaleKind } from '../../stats/compare/numeric/wasserstein.ts';
import {
  CATEGORY_TESTS,
  NUMERIC_TESTS,
  USUAL_TESTS,
  type CategoryTest,
  type MethodId,
  type NumericTest,
} from '../../facts/methods.ts';
import { categoryEvidence } from './category-evidence.ts';
import { numericEvidence } from './numeric-evidence.ts';
import { beyondRange, farthestChance, unseenIn } from './exceedances.ts';
import type { NotTested } from '../../facts/statements/not-tested.ts';
import type { EffectUnit } from '../../facts/statements/effect-units.ts';
import type { Pair } from '../summarise/outliers.ts';
import type { ColumnDrift, Evidence, Outliers, TestResult } from '../../facts/document/drift.ts';

/** A constant reference has no standard deviation; then the distance is said relative to its size. */
const units: Record<ScaleKind, EffectUnit> = {
  'standard deviation': 'reference standard deviations',
  'reference value': 'times the reference value',
  'mean size of current': 'times the mean current size',
};

/** A comparison, or the reason why there is none. */
export type Compared = ColumnDrift | { notTested: NotTested };

/** The effective size of each side. */
export interface Sizes {
  reference: EffectiveSize;
  current: EffectiveSize;
}

const effectiveSizes = ({ reference, current }: Sizes): Evidence['effectiveSize'] => ({
  reference: reference.effective,
  current: current.effective,
});
const rowsOf = ({ reference, current }: Sizes): Evidence['rows'] => ({
  reference: reference.rows,
  current: current.rows,
});

/** Effect and evidence for two numeric columns: normalised Wasserstein distance and two-sample tests. */
export function compareNumbers(pair: Pair, sizes: Sizes, outliers: () => Outliers | null): Compared {
  return orReason(() => {
    const { reference, current } = pair;
    const moved = normalisedWasserstein(reference, current);
    const size = effectiveSizes(sizes);
    const evidence = (test: NumericTest): TestResult =>
      numericEvidence(test, pair, { n: size.reference, m: size.current });
    return {
      effect: {
        method: 'wasserstein' satisfies MethodId,
        value: moved.value,
        unit: units[moved.scaleKind],
        raw: moved.distance,
        scale: moved.scale,
      },
      evidence: { ...evidence(USUAL_TESTS.numeric), rows: rowsOf(sizes), effectiveSize: size },
      tests: allTests(NUMERIC_TESTS, evidence),
      outliers: outliers(),
      identical: sameCounts(reference, current) && reference.missing === current.missing,
      beyond: beyondRange(pair),
      farthestChance: farthestChance(pair),
    };
  });
}

/** Effect and evidence for two columns of categories: total variation distance and tests of homogeneity. */
export function compareCategories(
  reference: FrequencyTable,
  current: FrequencyTable,
  { sizes, seed }: { sizes: Sizes; seed: number },
): Compared {
  return orReason(() => {
    const size = effectiveSizes(sizes);
    const effective = { n: size.reference, m: size.current };
    const evidence = (test: CategoryTest): TestResult =>
      categoryEvidence(reference, current, { effective, test, seed });
    const usual = evidence(USUAL_TESTS.categorical);
    // Sparse tables are tested by what holds there, whichever test is chosen: once is enough.
    const sparse = usual.method !== USUAL_TESTS.categorical;
    return {
      effect: {
        method: 'total_variation' satisfies MethodId,
        value: totalVariation(reference, current),
        unit: 'share of rows',
      },
      evidence: { ...usual, rows: rowsOf(sizes), effectiveSize: size },
      tests: allTests(CATEGORY_TESTS, (test) => (sparse || test === USUAL_TESTS.categorical ? usual : evidence(test))),
      outliers: null,
      identical: sameLevels(reference, current),
      unseen: unseenIn(reference, current, sizes),
    };
  });
}

const sameCounts = (a: Ecdf, b: Ecdf): boolean =>
  a.size === b.size &&
  a.values.length === b.values.length &&
  a.nan === b.nan &&
  a.positiveInfinity === b.positiveInfinity &&
  a.negativeInfinity === b.negativeInfinity &&
  a.values.every((value, i) => value === b.values[i] && a.counts[i] === b.counts[i]);

function sameLevels(a: FrequencyTable, b: FrequencyTable): boolean {
  if (a.size !== b.size || a.missing !== b.missing || a.levels.length !== b.levels.length) return false;
  const counts = new Map(a.levels.map((level, i) => [level, a.counts[i]]));
  return b.levels.every((level, i) => counts.get(level) === b.counts[i]);
}

/** Every test, so that another choice needs no new look at the values. */
function allTests<Test extends string>(
  tests: readonly Test[],
  evidence: (test: Test) => TestResult,
): ColumnDrift['tests'] {
  return Object.fromEntries(
    tests.map((test) => {
      const result = orReason(() => evidence(test));
      return [test, 'notTested' in result ? { reason: result.notTested } : result];
    }),
  );
}

function orReason<T extends object>(compare: () => T): T | { notTested: NotTested } {
  try {
    return compare();
  } catch (error) {
    if (error instanceof StatisticError) return { notTested: { kind: 'statistic', values: { reason: error.reason } } };
    throw error;
  }
}
