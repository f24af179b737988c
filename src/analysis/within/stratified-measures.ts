import { directionOf } from '../../facts/measures.ts';
import type { ModelWithin } from '../../facts/document/performance.ts';
import { stratifiedMean } from '../../stats/compare/within/stratified-mean.ts';
import { stratumWeights, type StratumWeights } from '../../stats/compare/within/stratum-weights.ts';
import { normalQuantile } from '../../stats/distributions/normal.ts';
import { studentQuantile } from '../../stats/distributions/student.ts';
import { sharedTimes } from '../../stats/sequence/memory.ts';
import { stratumMemory } from './stratum-memory.ts';
import { wholeCycles, type Sides, type WithinRows } from './within.ts';

/** What a measure is the mean of, row by row; NaN in rows that are not measured. */
export interface RowLosses {
  id: string;
  rows: Sides<Float64Array>;
  /** Whether the measure is the root of the mean. */
  isRoot?: boolean;
  /** Whether its change in percent says something. */
  isRelative: boolean;
}

type Measure = ModelWithin['measures'][number];

/** Fewer independent rows than this on a side tell nothing. */
const LEAST_ROWS = 10;
const LEVEL = 0.05;

/** A measure within strata, and how far its difference is from zero in standard errors; null where that is not known. */
interface Judged {
  measure: Measure;
  score: number | null;
}

/**
 * Measures that are means over rows, with the reference weighted as the current rows are mixed: MAE_w = Σ w_h MAE_h. What they say
 * together goes by the clearest of those with a better side, at α over their number.
 * @param others ids of measures that are no means over rows
 * @returns null where the files have no stratum in common
 */
export function stratifiedMeasures(
  losses: readonly RowLosses[],
  others: readonly string[],
  rows: WithinRows,
): ModelWithin | null {
  const [first] = losses;
  if (first === undefined) return null;
  const weights = weightsOf(first, rows);
  if (weights.effectiveSize === 0) return null;
  const judged = losses.flatMap((loss) => judge(loss, rows) ?? []);
  return {
    columns: [...rows.columns],
    state: stateOf(judged),
    measures: judged.map(({ measure }) => measure),
    others: [...others],
    rows: weights.rows,
    leftOut: weights.leftOut,
  };
}

const filled = (losses: Float64Array, strata: Int32Array): Int32Array =>
  strata.map((stratum, row) => (losses[row] === losses[row] ? stratum : -1));

const weightsOf = ({ rows: losses }: RowLosses, { strata, count }: WithinRows): StratumWeights =>
  stratumWeights(filled(losses.reference, strata.reference), filled(losses.current, strata.current), count);

function judge(loss: RowLosses, rows: WithinRows): Judged | null {
  const weights = weightsOf(loss, rows);
  if (weights.effectiveSize === 0) return null;
  const { strata, order } = rows;
  const mean = (side: 'reference' | 'current') => stratifiedMean(loss.rows[side], strata[side], weights);
  const [referenceMean, currentMean] = [mean('reference'), mean('current')];
  const memory = (side: 'reference' | 'current', residuals: Float64Array) =>
    stratumMemory(residuals, { strata: strata[side], order: order[side], cycles: wholeCycles(rows) });
  const times = sharedTimes(memory('reference', referenceMean.residuals), memory('current', currentMean.residuals));
  const size = { reference: weights.effectiveSize / times.reference, current: weights.rows.current / times.current };
  const [reference, current] = [referenceMean.mean, currentMean.mean].map((value) =>
    loss.isRoot === true ? Math.sqrt(value) : value,
  ) as [number, number];
  const errorOf = (value: number, variance: number): number =>
    loss.isRoot === true ? variance / (4 * value * value) : variance;
  const variance =
    errorOf(reference, referenceMean.variance) * times.reference +
    errorOf(current, currentMean.variance) * times.current;
  const difference = current - reference;
  const isKnown = Math.min(size.reference, size.current) >= LEAST_ROWS && variance > 0;
  const reach = isKnown
    ? studentQuantile(1 - LEVEL / 2, size.reference + size.current - 2) * Math.sqrt(variance)
    : null;
  return {
    measure: {
      ...{ id: loss.id, reference, current },
      difference: {
        value: difference,
        low: reach === null ? null : difference - reach,
        high: reach === null ? null : difference + reach,
      },
      relative: loss.isRelative && reference !== 0 ? difference / Math.abs(reference) : null,
      beyondNoise: reach !== null && Math.abs(difference) > reach,
    },
    score: isKnown ? difference / Math.sqrt(variance) : null,
  };
}

function stateOf(judged: readonly Judged[]): ModelWithin['state'] {
  const told = judged.filter(({ measure, score }) => score !== null && directionOf(measure.id) !== 0);
  if (told.length === 0) return 'notComparable';
  const reach = normalQuantile(1 - LEVEL / 2 / told.length);
  const gains = told.flatMap(({ measure, score }) =>
    Math.abs(score ?? 0) > reach ? [directionOf(measure.id) * (score ?? 0)] : [],
  );
  const [isBetter, isWorse] = [gains.some((gain) => gain > 0), gains.some((gain) => gain < 0)];
  if (isBetter && isWorse) return 'mixed';
  if (isBetter) return 'better';
  return isWorse ? 'worse' : 'noMoreThanNoise';
}
