import type { Metric } from '../../facts/document/model/estimates.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { sortedFinite } from '../../stats/model/error-groups.ts';
import { pairRows, type Pairs } from '../../stats/model/pairs.ts';
import { predictedClasses } from '../../stats/model/predicted-classes.ts';
import { probabilityLosses } from '../../stats/model/probability-losses.ts';
import type { Sides } from './within.ts';
import type { ModelRows, ModelTask } from '../model/model-rows.ts';
import { smallestTarget } from '../model/regression-metrics.ts';
import type { RowLosses } from './stratified-measures.ts';

/** What the measures that are means over rows are the means of; nothing where a file is not measured. */
export function rowLosses({ reference, current }: PerSide<ModelRows>, task: ModelTask): RowLosses[] {
  if (reference === undefined || current === undefined) return [];
  return task.kind === 'regression' ? errorLosses({ reference, current }) : classLosses({ reference, current }, task);
}

/** Measures of the whole that are no means over rows. */
export const otherMeasures = (metrics: readonly Metric[], losses: readonly RowLosses[]): string[] =>
  metrics.flatMap(({ id }) => (losses.some((loss) => loss.id === id) ? [] : [id]));

const mapBoth = <T, R>({ reference, current }: Sides<T>, transform: (side: T) => R): Sides<R> => ({
  reference: transform(reference),
  current: transform(current),
});

function errorLosses(sides: Sides<ModelRows>): RowLosses[] {
  const pairs = mapBoth(sides, ({ kind, rows }) =>
    kind === 'regression' ? pairRows(rows.target, rows.prediction, null) : unexpectedTask(),
  );
  const lossOf = (id: string, rows: (side: Pairs) => Float64Array): RowLosses => ({
    ...{ id, rows: mapBoth(pairs, rows), isRelative: id !== 'mean_error' },
  });
  return [
    lossOf('mean_error', ({ error }) => error),
    lossOf('mae', ({ error }) => error.map(Math.abs)),
    { ...lossOf('rmse', ({ error }) => error.map((size) => size * size)), isRoot: true },
    lossOf('mape', percentageLosses),
    lossOf('smape', ({ error, target, prediction }) =>
      error.map((size, row) => {
        const full = Math.abs(target[row]!) + Math.abs(prediction[row]!);
        return full > 0 || size !== size ? (2 * Math.abs(size)) / full : 0;
      }),
    ),
  ];
}

function percentageLosses({ error, target }: Pairs): Float64Array {
  const nearZero = smallestTarget(sortedFinite(target));
  return error.map((size, row) => (Math.abs(target[row]!) > nearZero ? Math.abs(size / target[row]!) : NaN));
}

function classLosses(
  sides: Sides<ModelRows>,
  { positive, threshold }: ModelTask & { kind: 'classification' },
): RowLosses[] {
  const rows = mapBoth(sides, (side) => (side.kind === 'classification' ? side.rows : unexpectedTask()));
  const right = mapBoth(rows, (side) => {
    const predicted = predictedClasses(side, threshold ?? 0.5);
    return Float64Array.from(side.target, (truth, row) =>
      truth < 0 || predicted[row]! < 0 ? NaN : Number(truth === predicted[row]),
    );
  });
  const accuracy: RowLosses = { id: 'accuracy', rows: right, isRelative: false };
  const isProbability = ({ scores }: { scores: readonly Float64Array[] }): boolean =>
    scores.length > 0 && scores.every((column) => column.every((score) => !(score < 0 || score > 1)));
  if (!isProbability(rows.reference) || !isProbability(rows.current)) return [accuracy];
  const losses = mapBoth(rows, ({ target, scores }) =>
    probabilityLosses(
      positive === null ? target : target.map((truth) => (truth < 0 ? -1 : Number(truth === positive))),
      scores,
    ),
  );
  return [
    accuracy,
    { id: 'log_loss', rows: mapBoth(losses, ({ log }) => log), isRelative: true },
    { id: 'brier', rows: mapBoth(losses, ({ square }) => square), isRelative: true },
  ];
}

function unexpectedTask(): never {
  throw new Error('rows of another task');
}
