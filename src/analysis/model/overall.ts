import { directionOf } from '../../facts/measures.ts';
import type { ClassificationResult, Metric, Overall, RegressionResult } from '../../facts/document/performance.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';

type Whole = RegressionResult | ClassificationResult;

/** The measures that lead, where they are defined and more than noise; else the first that is. */
const LEADING: Record<Whole['task'], readonly string[]> = {
  regression: ['mae'],
  binary: ['f1', 'roc_auc', 'accuracy'],
  multiclass: ['macro_f1', 'accuracy'],
};

/** What all measures together say of the model. */
export function overallOf(whole: Whole): Overall {
  const compared = whole.metrics.filter(({ id, difference }) => difference !== null && directionOf(id) !== 0);
  const told = compared.filter(({ difference }) => difference?.low !== null);
  const beyond = told.filter(({ difference }) => difference?.beyondNoise === true);
  return {
    state: told.length === 0 ? 'notComparable' : stateOf(beyond),
    ...leadOf(leading(whole, beyond)),
    isWorseThanNaive: worseThanNaive(whole),
  };
}

function stateOf(beyond: readonly Metric[]): Overall['state'] {
  const gains = beyond.map(({ id, difference }) => directionOf(id) * (difference?.value ?? 0));
  const [isBetter, isWorse] = [gains.some((gain) => gain > 0), gains.some((gain) => gain < 0)];
  if (isBetter && isWorse) return 'mixed';
  if (isBetter) return 'better';
  return isWorse ? 'worse' : 'noMoreThanNoise';
}

function leading({ task, metrics }: Whole, beyond: readonly Metric[]): Metric | undefined {
  const defined = metrics.filter(({ values }) => Object.values(values).some((estimate) => estimate !== null));
  const inOrder = (list: readonly Metric[]): (Metric | undefined)[] =>
    LEADING[task].map((id) => list.find((metric) => metric.id === id));
  return [...inOrder(beyond), ...beyond, ...inOrder(defined)].find((metric) => metric !== undefined);
}

function leadOf(
  metric: Metric | undefined,
): Pick<Overall, 'measure' | 'reference' | 'current' | 'difference' | 'relative'> {
  return {
    measure: metric?.id ?? null,
    reference: metric?.values.reference?.value ?? null,
    current: metric?.values.current?.value ?? null,
    difference: metric?.difference?.value ?? null,
    relative: metric?.difference?.relative?.value ?? null,
  };
}

/** A regression against the median of its targets; classes by a correlation of prediction and truth below zero. */
function worseThanNaive(whole: Whole): PerSide<boolean | null> {
  const valueOf = (id: string, side: 'reference' | 'current'): number | null =>
    whole.metrics.find((metric) => metric.id === id)?.values[side]?.value ?? null;
  return mapSides(whole.rows, (_, side) => {
    if (whole.task === 'regression') {
      const [mae, naive] = [valueOf('mae', side), whole.naive[side]?.median ?? NaN];
      return mae === null || Number.isNaN(naive) ? null : mae > naive;
    }
    const correlation = valueOf('mcc', side);
    return correlation === null ? null : correlation < 0;
  });
}
