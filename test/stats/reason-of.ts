import type { StatisticReason } from '../../src/facts/statements/statistic-reasons.ts';
import { StatisticError } from '../../src/stats/statistic-error.ts';

/** Why a statistic says it is not defined; anything else that is thrown, or nothing, fails the test. */
export function reasonOf(compute: () => unknown): StatisticReason {
  try {
    compute();
  } catch (error) {
    if (error instanceof StatisticError) return error.reason;
    throw error;
  }
  throw new Error('nothing was thrown');
}
