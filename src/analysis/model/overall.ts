import { directionOf } from '../../facts/measures.ts';
import type { Overall } from '../../facts/document/performance.ts';
import type { ClassificationResult } from '../../facts/document/model/classification.ts';
import type { RegressionResult } from '../../facts/document/model/regression.ts';
import type { Metric } from '../../facts/document/model/estimates.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { jointReach, type Compared } from '../../stats/model/joint-reach.ts';
import { isBeyond } from '../../stats/model/metric-differences.ts';
import type { Measured } from '../../stats/model/metric-estimates.ts';

type Whole = RegressionResult | ClassificationResult;

/** The measures that lead, where they are defined and more than noise; else the first that is. */
const LEADING: Record<Whole['task'], readonly string[]> = {
  regression: ['mae'],
  binary: ['f1', 'roc_auc', 'accuracy'],
  multiclass: ['macro_f1', 'accuracy'],
};

/**
 * What all measures together say of the model.
 * @param whole its measures
 * @param groups measures whose replicates belong together
 */
export function overallOf(whole: Whole, groups: readonly (readonly Compared[])[]): Overall {
  const told = groups.map((group) => group.filter((metric) => isTold(whole, metric)));
  const all = told.flat();
  const lead = LEADING[whole.task].find((id) => all.some((metric) => metric.id === id));
  const reach = jointReach(told, lead);
  const beyondIds = new Set(
    all.flatMap(({ id, reference, current }) =>
      isBeyond(reference, current, id === lead ? reach.lead : reach.rest) ? [id] : [],
    ),
  );
  const beyond = whole.metrics.filter(({ id }) => beyondIds.has(id));
  return {
    state: all.length === 0 ? 'notComparable' : stateOf(beyond),
    ...leadOf(leading(whole, beyond)),
    isWorseThanNaive: worseThanNaive(whole),
  };
}

/** Whether a measure has a better side, and an interval of its difference. */
const isTold = ({ metrics }: Whole, { id }: Compared): boolean =>
  directionOf(id) !== 0 && typeof metrics.find((metric) => metric.id === id)?.difference?.low === 'number';

/** Measures that both files have. */
export const comparedOf = (measures: readonly { id: string; sides: PerSide<Measured> }[]): Compared[] =>
  measures.flatMap(({ id, sides: { reference, current } }) =>
    reference && current ? [{ id, reference, current }] : [],
  );

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
  if (metric === undefined) return { measure: null, reference: null, current: null, difference: null, relative: null };
  const { id, values, difference } = metric;
  return {
    measure: id,
    reference: values.reference?.value ?? null,
    current: values.current?.value ?? null,
    difference: difference?.value ?? null,
    relative: difference?.relative?.value ?? null,
  };
}

/** A regression against the median of its targets; classes by a correlation of prediction and truth below zero. */
function worseThanNaive(whole: Whole): PerSide<boolean | null> {
  const estimateOf = (id: string, side: Side) => whole.metrics.find((metric) => metric.id === id)?.values[side] ?? null;
  return mapSides(whole.rows, (_, side) => {
    if (whole.task === 'regression') {
      const [mae, naive] = [estimateOf('mae', side), whole.naive[side]?.median ?? NaN];
      return mae === null || Number.isNaN(naive) ? null : (mae.low ?? mae.value) > naive;
    }
    const correlation = estimateOf('mcc', side);
    return correlation === null ? null : (correlation.high ?? correlation.value) < 0;
  });
}
