import type { ColumnDrift } from '../../facts/document/drift.ts';
import type { TestResult } from '../../facts/document/comparison.ts';
import type { NotTested } from '../../facts/statements/not-tested.ts';
import { StatisticError } from '../../stats/statistic-error.ts';

/** A comparison, or the reason why there is none. */
export type Compared = ColumnDrift | { notTested: NotTested };

/** Every test, so that another choice needs no new look at the values. */
export function allTests<Test extends string>(
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

/** What a comparison finds; where a statistic is not defined, why. */
export function orReason<T extends object>(compare: () => T): T | { notTested: NotTested } {
  try {
    return compare();
  } catch (error) {
    if (error instanceof StatisticError) return { notTested: { kind: 'statistic', values: { reason: error.reason } } };
    throw error;
  }
}
