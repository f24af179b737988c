import { requireBothSides, StatisticError } from '../statistic-error.ts';
import { valueCounts, type ColumnPair } from './column-pair.ts';
import { EVIDENTLY_METHODS, type EvidentlyMethod, type EvidentlyRule } from '../../facts/methods.ts';
import { evidentlyScores } from './methods.ts';

export interface EvidentlyDrift {
  method: EvidentlyMethod;
  /** A distance or a p-value (see `EVIDENTLY_METHODS`); NaN where Evidently's is, and then it does not drift. */
  score: number;
  threshold: number;
  drifted: boolean;
}

export interface EvidentlyOptions {
  /** In place of Evidently's own choice. */
  method?: EvidentlyMethod;
  /** In place of the method's own threshold. */
  threshold?: number;
  /** Of the methods that use random splits. */
  seed?: number;
}

/** A reference of up to this many rows is tested; larger ones are measured by a distance. */
const SMALL_REFERENCE = 1000;
/** Numbers of up to this many distinct values are treated as categories. */
const FEW_VALUES = 5;

const compare: Record<EvidentlyRule['comparison'], (score: number, threshold: number) => boolean> = {
  '>=': (score, threshold) => score >= threshold,
  '>': (score, threshold) => score > threshold,
  '<=': (score, threshold) => score <= threshold,
  '<': (score, threshold) => score < threshold,
};

// Distinct values of both sides; where one side alone has more than a few, the larger number of a side.
function distinctUpToFew(pair: ColumnPair): number {
  if (pair.kind === 'categorical') return valueCounts(pair).reference.length;
  const largerSide = Math.max(pair.reference.values.length, pair.current.values.length);
  return largerSide > FEW_VALUES ? largerSide : valueCounts(pair).reference.length;
}

/**
 * The method that Evidently chooses. By the reference's rows (missing ones dropped) and the distinct values v of both
 * sides: up to 1000 rows, `ks` for numbers with v > 5; else `chisquare`, and `z` for v ≤ 2. Over 1000 rows, `wasserstein`
 * for numbers with v > 5; else `jensenshannon`. O(1) for numbers, O(k log k) for k levels.
 * @param pair any pair
 */
export function chooseEvidentlyMethod(pair: ColumnPair): EvidentlyMethod {
  const distinct = distinctUpToFew(pair);
  const isContinuous = pair.kind === 'numeric' && distinct > FEW_VALUES;
  if (pair.reference.size > SMALL_REFERENCE) return isContinuous ? 'wasserstein' : 'jensenshannon';
  if (isContinuous) return 'ks';
  return distinct > 2 ? 'chisquare' : 'z';
}

/**
 * Drift of a column as Evidently 0.7 reports it: the same method, bins, score, threshold and direction of comparison.
 * Scores agree with 0.7.21 (numpy 1.24, scipy 1.10) to 10⁻⁹, but for rounding of its own (`cramer_von_mises` up to 20
 * rows: 10⁻⁷; `t_test` and `es` of values like 10⁹ plus noise: 10⁻⁶) and for the random splits of `TVD` and
 * `empirical_mmd`. O(n + m) and the method's own cost.
 *
 * @param pair a pair with a row on each side
 * @param options a method or threshold of one's own
 * @returns e.g. method "ks", score 0.1, threshold 0.05, drifted false for (1, 2, 3) and (4, 5, 6)
 * @throws {StatisticError} with the reason where Evidently fails: a side without a row, a method that is not for this
 * kind of column, unequal sizes in `g_test` and `fisher_exact`, too many levels in the latter, too few or equal values
 * in `anderson`, `cramer_von_mises` and `es`
 */
export function evidentlyDrift(pair: ColumnPair, options: EvidentlyOptions = {}): EvidentlyDrift {
  requireBothSides('evidently', pair.reference.size, pair.current.size);
  const method = options.method ?? chooseEvidentlyMethod(pair);
  const rule = EVIDENTLY_METHODS[method];
  if (options.method !== undefined && !rule.kinds.includes(pair.kind)) {
    throw new StatisticError('wrong-kind', { method, is: pair.kind });
  }
  const threshold = options.threshold ?? rule.threshold;
  const score = evidentlyScores[method](pair, options.seed ?? 0);
  return { method, score, threshold, drifted: compare[rule.comparison](score, threshold) };
}
