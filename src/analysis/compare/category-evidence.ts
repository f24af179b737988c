import type { CategoryTest } from '../../facts/methods.ts';
import { chiSquareEffective } from '../../stats/compare/categorical/chi-square-effective.ts';
import { chiSquareHomogeneity } from '../../stats/compare/categorical/chi-square.ts';
import { chiSquaredSf } from '../../stats/distributions/chi-squared.ts';
import { fisherExact } from '../../stats/compare/categorical/fisher-exact.ts';
import type { FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { gTest } from '../../stats/compare/categorical/g-test.ts';
import { permutationChiSquare } from '../../stats/compare/categorical/permutation-test.ts';

/** Below this expected count the chi-square law is too rough for a 2 × 2 table: Fisher's exact test takes its place. */
const FEW_EXPECTED = 5;
/** The same for larger tables, where it is rough later: rows are dealt out anew instead. */
const LEAST_EXPECTED = 1;
/** Rows up to which that is affordable; in larger tables a level that rare carries no weight. */
const MOST_ROWS = 5000;

/** A test of homogeneity; for sparse tables one that holds there. */
export interface CategoryEvidence {
  method: CategoryTest | 'fisher_exact' | 'chi_square_permutation';
  statistic: number;
  degreesOfFreedom: number;
  /** With the rows counted at what they are worth. */
  pValue: number;
  pValueIndependent: number;
}

/** Evidence that two columns of categories differ; `effective` is what each side's rows are worth. */
export function categoryEvidence(
  reference: FrequencyTable,
  current: FrequencyTable,
  { effective, test, seed }: { effective: { n: number; m: number }; test: CategoryTest; seed: number },
): CategoryEvidence {
  const { statistic, degreesOfFreedom, pValue, smallestExpected } = chiSquareHomogeneity(reference, current);
  const worth = chiSquareEffective(reference, current, effective).pValue;
  const rows = reference.size + current.size;
  const sparse = (method: CategoryEvidence['method'], exact: number): CategoryEvidence => ({
    ...{ method, statistic, degreesOfFreedom },
    // Dependent rows cannot tell more than independent ones.
    pValue: effective.n + effective.m < rows ? Math.max(worth, exact) : exact,
    pValueIndependent: exact,
  });
  if (degreesOfFreedom === 1 && smallestExpected < FEW_EXPECTED) {
    return sparse('fisher_exact', fisherExact(reference, current).pValue);
  }
  if (degreesOfFreedom > 1 && smallestExpected < LEAST_EXPECTED && rows <= MOST_ROWS) {
    return sparse('chi_square_permutation', permutationChiSquare(reference, current, { seed }));
  }
  if (test === 'g_test') return likelihoodRatio(reference, current, effective);
  return { method: 'chi_square', statistic, degreesOfFreedom, pValue: worth, pValueIndependent: pValue };
}

/** Scaled as the chi-square statistic is, whose limit it shares. */
function likelihoodRatio(
  reference: FrequencyTable,
  current: FrequencyTable,
  effective: { n: number; m: number },
): CategoryEvidence {
  const { statistic, degreesOfFreedom, pValue } = gTest(reference, current);
  const together = (n: number, m: number): number => (n * m) / (n + m);
  const worth = together(effective.n, effective.m) / together(reference.size, current.size);
  return {
    method: 'g_test',
    statistic,
    degreesOfFreedom,
    pValue: degreesOfFreedom === 0 ? 1 : chiSquaredSf(statistic * worth, degreesOfFreedom),
    pValueIndependent: pValue,
  };
}
