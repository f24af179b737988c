import type { ReportPerformance } from '../../facts/document/document.ts';
import type { ModelWithin } from '../../facts/document/performance.ts';
import { directionOf } from '../../facts/measures.ts';
import type { VerdictPart, VerdictPartValues } from '../../facts/statements/verdict.ts';

type Measured = Extract<ReportPerformance, { state: 'measured' }>;
type Compared = VerdictPartValues['model'];

/** What all measures together say, with the one that leads; null where it is measured in one file or none, or is the same in both. */
function comparedModel(performance: ReportPerformance | null): Compared | null {
  if (performance?.state !== 'measured' || performance.overall === undefined) return null;
  const { state, measure, reference, current, difference, relative } = performance.overall;
  if (measure === null || reference === null || current === null || !difference) return null;
  const whole = { metric: measure, reference, current, relative, ...sincePart(performance) };
  const lead = leadWithin(performance);
  if (lead === null) {
    const moved = state === 'noMoreThanNoise' && matters(relative, difference) ? { moved: true } : {};
    return { ...whole, change: state, leadBetter: directionOf(measure) * difference > 0, ...moved };
  }
  const { columns, metric } = lead;
  return {
    ...whole,
    change: lead.state,
    leadBetter: directionOf(metric.id) * metric.difference.value > 0,
    within: {
      ...{ columns, metric: metric.id, reference: metric.reference, current: metric.current },
      relative: metric.relative,
    },
  };
}

/** So much matters where it is no chance: an error's change by a tenth of itself, a score's by five hundredths. */
const [RELATIVE_THAT_MATTERS, SCORE_THAT_MATTERS] = [0.1, 0.05] as const;

const matters = (relative: number | null, difference: number): boolean =>
  relative === null ? Math.abs(difference) >= SCORE_THAT_MATTERS : Math.abs(relative) >= RELATIVE_THAT_MATTERS;

/** Since when the error has another level. */
function sincePart({ statements }: Measured): Pick<Compared, 'dating'> {
  const said = statements?.notes.find((note) => note.kind === 'error-since');
  if (said === undefined) return {};
  const { measure, before, after, ...step } = said.values;
  return { dating: { measure, larger: after > before, step } };
}

/** The measures that lead within strata; else the first that is more than noise. */
const LEADING: readonly string[] = ['mae', 'accuracy'];

/** The measure that leads within the rows that are alike in some columns; null where there is none. */
export function leadWithin({ within }: Pick<Measured, 'within'>): LeadWithin | null {
  if (within === undefined) return null;
  const { columns, state, measures } = within;
  const usual = measures.find(({ id }) => LEADING.includes(id));
  const beyond = measures.filter(({ id, beyondNoise }) => beyondNoise && directionOf(id) !== 0);
  const metric = usual?.beyondNoise === true ? usual : state === 'noMoreThanNoise' ? usual : (beyond[0] ?? usual);
  return metric === undefined ? null : { columns, state, metric };
}

interface LeadWithin {
  columns: string[];
  state: ModelWithin['state'];
  metric: ModelWithin['measures'][number];
}

/** Whether the model got worse by more than noise: in all that changed, or in the measure that leads. */
export function isModelWorse(performance: ReportPerformance | null): boolean {
  const compared = comparedModel(performance);
  if (compared === null) return false;
  return compared.change === 'worse' || (compared.change === 'mixed' && !compared.leadBetter);
}

/** Whether the measure that leads differs by as much as would matter, though all measures together differ by no more than noise. */
export const isModelMoved = (performance: ReportPerformance | null): boolean =>
  comparedModel(performance)?.moved === true;

/** Whether the model may have got worse: by as much as would matter, and more than noise by that measure alone. */
export function isModelPerhapsWorse(performance: ReportPerformance | null): boolean {
  const compared = comparedModel(performance);
  if (performance?.state !== 'measured' || performance.twoModels || compared?.moved !== true) return false;
  const metric = performance.whole.metrics.find(({ id }) => id === compared.metric);
  return !compared.leadBetter && metric?.difference?.beyondNoise === true;
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
  const side = (['current', 'reference'] as const).find((candidate) => overall?.isWorseThanNaive[candidate] === true);
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
