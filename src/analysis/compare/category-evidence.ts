import type { CategoryTest, SparseTest } from '../../facts/methods.ts';
import type { TestResult } from '../../facts/document/comparison.ts';
import { chiSquareEffective } from '../../stats/compare/categorical/chi-square-effective.ts';
import { chiSquareHomogeneity } from '../../stats/compare/categorical/chi-square.ts';
import { fisherExact } from '../../stats/compare/categorical/fisher-exact.ts';
import { permutationChiSquare } from '../../stats/compare/categorical/permutation-test.ts';
import { withRareTogether } from '../../stats/compare/categorical/rare-levels.ts';
import { requireBothSides } from '../../stats/statistic-error.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { categoryTests } from './methods/category-tests.ts';
import type { EffectiveSizes } from './methods/numeric-tests.ts';

/** Below this expected count the chi-square law is too rough: Fisher's exact test takes its place in a 2 × 2 table, a permutation in larger ones. */
const FEW_EXPECTED = 5;
/** Levels of which fewer rows are expected in the smaller file are put together. */
const LEAST_EXPECTED = 2;

interface Sides {
  reference: FrequencyTable;
  current: FrequencyTable;
}

/** Both sides with rare levels put together, so that some rows of each group are expected in the smaller file. */
function groupedLevels({ reference, current }: Sides): Sides {
  const smaller = Math.min(reference.size, current.size);
  return withRareTogether(reference, current, (LEAST_EXPECTED * (reference.size + current.size)) / smaller);
}

/** Evidence that two columns of categories differ; `effective` holds the effective sizes of both sides. */
export function categoryEvidence(
  allReference: FrequencyTable,
  allCurrent: FrequencyTable,
  { effective, test, seed }: { effective: EffectiveSizes; test: CategoryTest; seed: number },
): TestResult {
  requireBothSides(test, allReference.size, allCurrent.size);
  const { reference, current } = groupedLevels({ reference: allReference, current: allCurrent });
  const { statistic, degreesOfFreedom, smallestExpected } = chiSquareHomogeneity(reference, current);
  const rows = reference.size + current.size;
  const sparse = (method: SparseTest, exact: number): TestResult => ({
    ...{ method, statistic, degreesOfFreedom },
    // Dependent rows cannot tell more than independent ones.
    pValue:
      effective.n + effective.m < rows
        ? Math.max(chiSquareEffective(reference, current, effective).pValue, exact)
        : exact,
    pValueIndependent: exact,
  });
  if (degreesOfFreedom === 1 && smallestExpected < FEW_EXPECTED) {
    return sparse('fisher_exact', fisherExact(reference, current).pValue);
  }
  if (degreesOfFreedom > 1 && smallestExpected < FEW_EXPECTED) {
    return sparse('chi_square_permutation', permutationChiSquare(reference, current, { seed }));
  }
  const pair = { reference, current };
  const found = categoryTests[test].test(pair);
  return {
    method: test,
    statistic: found.statistic,
    degreesOfFreedom: found.degreesOfFreedom,
    pValue: categoryTests[test].effectivePValue(pair, effective, found),
    pValueIndependent: found.pValue,
  };
}
