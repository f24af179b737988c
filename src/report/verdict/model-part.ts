import type { ReportPerformance } from '../../facts/document/document.ts';
import type { Difference, Metric } from '../../facts/document/performance.ts';
import { improvement } from '../../facts/measures.ts';
import type { VerdictPart, VerdictPartValues } from '../../facts/statements/verdict.ts';

type Measured = Extract<ReportPerformance, { state: 'measured' }>;
type Whole = Pick<Measured, 'task' | 'whole'>;

/** The measure that sentences about the model speak of, by task; the first that is defined. */
const HEADLINE_OF: Record<Measured['task'], readonly string[]> = {
  regression: ['mae'],
  binary: ['f1', 'roc_auc'],
  multiclass: ['macro_f1'],
};

/** The measure that stands for the model; undefined where none is defined in any file. */
export const headlineMetric = ({ task, whole }: Whole): Metric | undefined =>
  HEADLINE_OF[task]
    .map((id) => whole.metrics.find((metric) => metric.id === id && Object.values(metric.values).some(Boolean)))
    .find((metric) => metric !== undefined);

type Change = VerdictPartValues['model']['change'];

/** The measure that stands for the model, where both files have it; null where one is not measured, or has no such measure. */
function comparedMeasure(performance: ReportPerformance | null): Compared | null {
  const metric = performance?.state === 'measured' ? headlineMetric(performance) : undefined;
  if (metric === undefined || metric.difference === null) return null;
  const { reference, current } = metric.values;
  if (!reference || !current) return null;
  return { metric: metric.id, reference: reference.value, current: current.value, difference: metric.difference };
}

interface Compared {
  metric: string;
  reference: number;
  current: number;
  difference: Difference;
}

/** Whether the current file's model is worse or better than the reference's by more than noise; null where it is measured in one file or none. */
export function modelChange(performance: ReportPerformance | null): Change | null {
  const compared = comparedMeasure(performance);
  if (compared === null) return null;
  const { metric, reference, current, difference } = compared;
  if (difference.low === null) return 'unknown';
  if (!difference.beyondNoise) return 'none';
  return improvement(metric, reference, current) < 0 ? 'worse' : 'better';
}

/** What the headline says of the model; nothing where it was not measured in both files. */
export function modelParts(performance: ReportPerformance | null): VerdictPart[] {
  if (performance?.state !== 'measured') return [];
  const naive = naiveGuess(performance);
  return [...changePart(performance), ...(naive === null ? [] : [{ kind: 'model-naive', values: naive } as const])];
}

function changePart(performance: Measured): VerdictPart[] {
  const [change, compared] = [modelChange(performance), comparedMeasure(performance)];
  if (change === null || compared === null) return [];
  const { difference, ...measure } = compared;
  const values = { ...measure, relative: difference.relative?.value ?? null };
  if (!performance.twoModels) return [{ kind: 'model', values: { ...values, change } }];
  return [{ kind: 'models', values: { ...values, better: BETTER_SIDE[change] } }];
}

const BETTER_SIDE = { worse: 'reference', better: 'current', none: null, unknown: null } as const;

export interface Naive {
  side: 'reference' | 'current';
  metric: string;
  value: number;
  /** The error of always guessing the median; null for classes, where chance is meant. */
  naive: number | null;
  twoModels: boolean;
}

/**
 * A model that is no better than a guess without any column, in the current file, or else in the reference: its mean
 * absolute error is at least that of the median; for classes Matthews correlation is at most 0.
 */
export function naiveGuess({ whole, twoModels }: Pick<Measured, 'whole' | 'twoModels'>): Naive | null {
  for (const side of ['current', 'reference'] as const) {
    const value = (id: string): number | undefined => whole.metrics.find((one) => one.id === id)?.values[side]?.value;
    if (whole.task === 'regression') {
      const [mae, guess] = [value('mae'), whole.naive[side]?.median];
      if (mae !== undefined && guess !== undefined && guess > 0 && mae >= guess) {
        return { side, metric: 'mae', value: mae, naive: guess, twoModels };
      }
    } else {
      const mcc = value('mcc');
      if (mcc !== undefined && mcc <= 0) return { side, metric: 'mcc', value: mcc, naive: null, twoModels };
    }
  }
  return null;
}
