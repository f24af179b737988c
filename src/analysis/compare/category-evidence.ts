import type { CategoryTest, SparseTest } from '../../facts/methods.ts';
import type { TestResult } from '../../facts/document/drift.ts';
import { chiSquareEffective } from '../../stats/compare/categorical/chi-square-effective.ts';
import { chiSquareHomogeneity } from '../../stats/compare/categorical/chi-square.ts';
import { fisherExact } from '../../stats/compare/categorical/fisher-exact.ts';
import { permutationChiSquare } from '../../stats/compare/categorical/permutation-test.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { categoryTests } from './methods/category-tests.ts';
import type { EffectiveSizes } from './methods/numeric-tests.ts';

/** Below this expected count the chi-square law is too rough for a 2 × 2 table: Fisher's exact test takes its place. */
const FEW_EXPECTED = 5;
/** The same for larger tables, where it is rough later: rows are permuted instead. */
const LEAST_EXPECTED = 1;
/** Rows up to which that is affordable; in larger tables a level that rare carries no weight. */
const MOST_ROWS = 5000;

/** Evidence that two columns of categories differ; `effective` holds the effective sizes of both sides. */
export function categoryEvidence(
  reference: FrequencyTable,
  current: FrequencyTable,
  { effective, test, seed }: { effective: EffectiveSizes; test: CategoryTest; seed: number },
): TestResult {
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
  if (degreesOfFreedom > 1 && smallestExpected < LEAST_EXPECTED && rows <= MOST_ROWS) {
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
