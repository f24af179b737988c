import type { ReportPerformance } from '../../facts/document/document.ts';
import { directionOf } from '../../facts/measures.ts';
import type { VerdictPart, VerdictPartValues } from '../../facts/statements/verdict.ts';

type Measured = Extract<ReportPerformance, { state: 'measured' }>;
type Compared = VerdictPartValues['model'];

/** What all measures together say, with the one that leads; null where it is measured in one file or none, or is the same in both. */
function comparedModel(performance: ReportPerformance | null): Compared | null {
  if (performance?.state !== 'measured' || performance.overall === undefined) return null;
  const { state, measure, reference, current, difference, relative } = performance.overall;
  if (measure === null || reference === null || current === null || !difference) return null;
  return {
    metric: measure,
    reference,
    current,
    relative,
    change: state,
    leadBetter: directionOf(measure) * difference > 0,
  };
}

/** Whether the model got worse by more than noise: in all that changed, or in the measure that leads. */
export function isModelWorse(performance: ReportPerformance | null): boolean {
  const compared = comparedModel(performance);
  if (compared === null) return false;
  return compared.change === 'worse' || (compared.change === 'mixed' && !compared.leadBetter);
}

/** What the headline says of the model; nothing where it was not measured in both files. */
export function modelParts(performance: ReportPerformance | null): VerdictPart[] {
  if (performance?.state !== 'measured') return [];
  const [compared, naive] = [comparedModel(performance), naiveGuess(performance)];
  const parts: VerdictPart[] = [];
  if (compared !== null) parts.push({ kind: performance.twoModels ? 'models' : 'model', values: compared });
  if (naive !== null) parts.push({ kind: 'model-naive', values: naive });
  return parts;
}

/** The side on which the model does worse than one without inputs, the current one first, with the measure that shows it. */
export function naiveGuess({
  whole,
  overall,
  twoModels,
}: Pick<Measured, 'whole' | 'overall' | 'twoModels'>): VerdictPartValues['model-naive'] | null {
  const side = (['current', 'reference'] as const).find((one) => overall?.isWorseThanNaive[one] === true);
  if (side === undefined) return null;
  const metric = whole.task === 'regression' ? 'mae' : 'mcc';
  const value = whole.metrics.find(({ id }) => id === metric)?.values[side]?.value;
  if (value === undefined) return null;
  return {
    side,
    metric,
    value,
    naive: whole.task === 'regression' ? (whole.naive[side]?.median ?? null) : null,
    twoModels,
  };
}
