import { evidentlyDrift, type EvidentlyOptions } from '../../stats/evidently/drift.ts';
import type { ColumnPair } from '../../stats/evidently/column-pair.ts';
import { StatisticError } from '../../stats/statistic-error.ts';
import type { Score } from '../../facts/document/drift.ts';

/** What Evidently says of a column; where it fails, why. */
export function evidentlyScore(pair: ColumnPair, options: EvidentlyOptions): Score {
  try {
    const { method, score, threshold, drifted } = evidentlyDrift(pair, options);
    const value = Number.isFinite(score) ? score : null;
    return { method, profile: 'evidently', value, threshold, drifted };
  } catch (error) {
    if (!(error instanceof StatisticError)) throw error;
    const { method = 'default', threshold = 0 } = options;
    return {
      ...{ method, profile: 'evidently', value: null, threshold, drifted: false },
      ...{ reason: '', statements: { reason: error.reason } },
    };
  }
}
