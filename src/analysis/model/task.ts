import { largest } from '../../facts/extremes.ts';
import type { NotMeasured, TaskReason } from '../../facts/statements/model-statements.ts';
import type { Config } from '../../facts/settings/settings.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { Side } from '../../facts/document/side.ts';
import { probabilityScale } from './probability-scale.ts';

/** The columns that a model's quality is measured by. */
export interface ModelColumns {
  target: ColumnSchema;
  /** A predicted value or label; null where there are probabilities alone. */
  prediction: ColumnSchema | null;
  /** Columns that may be probabilities of classes. */
  candidates: ColumnSchema[];
  /** The files that have all of them. */
  sides: Side[];
}

export type Task = { kind: 'regression' | 'classification'; reason: TaskReason } | { notMeasured: NotMeasured };

type Results = ReadonlyMap<string, ColumnResult>;

/**
 * The columns of the model; or why its quality cannot be measured. Null without a target and without a prediction:
 * then there is no model to speak of.
 */
export function modelColumns(
  schema: readonly ColumnSchema[],
  sides: readonly Side[],
  { results, config }: { results: Results; config: Config },
): ModelColumns | { notMeasured: NotMeasured } | null {
  if (config.performance.task === 'none') return null;
  const byRole = (role: ColumnSchema['role']): ColumnSchema[] => schema.filter((column) => column.role === role);
  const [target] = byRole('target');
  const [prediction = null] = byRole('prediction');
  const candidates = byRole('probability');
  const predicted = prediction ?? candidates[0] ?? schema.find((column) => isClassColumn(column, target));
  if (target === undefined) {
    if (predicted === undefined) return null;
    return { notMeasured: { kind: 'no-target', values: { prediction: predicted.name } } };
  }
  if (predicted === undefined) {
    return { notMeasured: { kind: 'no-prediction', values: { target: target.name } } };
  }
  const commonSides = sides.filter((side) => target.presentIn.includes(side) && predicted.presentIn.includes(side));
  if (commonSides.length === 0) {
    return { notMeasured: { kind: 'no-file-has-both', values: { target: target.name, prediction: predicted.name } } };
  }
  const labelled = commonSides.filter((side) => hasValues(results.get(target.name), side));
  if (labelled.length === 0) return { notMeasured: { kind: 'no-labels-yet', values: { target: target.name } } };
  return { target, prediction, candidates, sides: labelled };
}

/** Whether a file has any value of a column; one that was not looked at may have. */
function hasValues(result: ColumnResult | undefined, side: Side): boolean {
  const quality = result?.quality[side];
  return quality === undefined || quality.count > quality.missing + quality.nan;
}

/** Without a prediction, numbers from 0 to 1 may be the probabilities of classes by their names: that is seen later. */
const isClassColumn = (column: ColumnSchema, target: ColumnSchema | undefined): boolean =>
  (target?.type === 'categorical' || target?.type === 'boolean') &&
  column.type === 'numeric' &&
  column.role === 'feature';

/** What kind of value the model predicts. */
export function taskOf({ target, prediction }: ModelColumns, results: Results, config: Config): Task {
  const { task } = config.performance;
  if (task === 'regression' || task === 'classification')
    return { kind: task, reason: { kind: 'set-by-hand', values: {} } };
  const named = { target: target.name };
  if (target.type === 'numeric') {
    return prediction === null || ['numeric', 'boolean', 'categorical'].includes(prediction.type)
      ? { kind: 'regression', reason: { kind: 'numbers', values: named } }
      : { notMeasured: { kind: 'prediction-not-numbers', values: { ...named, prediction: prediction.name } } };
  }
  if (target.type === 'text' || target.type === 'datetime') {
    return { notMeasured: { kind: target.type === 'text' ? 'target-of-text' : 'target-of-times', values: named } };
  }
  if (prediction?.type === 'numeric' && !isScore(target, prediction, results)) {
    return { kind: 'regression', reason: { kind: 'predicted-numbers', values: { prediction: prediction.name } } };
  }
  return { kind: 'classification', reason: { kind: 'classes', values: named } };
}

/** Whether predicted numbers are the probabilities of one of two classes; beside more classes that are numbers themselves they are values. */
export function isScore(target: ColumnSchema, { name }: ColumnSchema, results: Results): boolean {
  const scale = probabilityScale(results.get(name));
  const isNumber = target.typeReason.kind === 'few-whole-numbers';
  const classes = largest(
    Object.values(results.get(target.name)?.quality ?? {}).map(({ distinct }) => distinct ?? 0),
    0,
  );
  return scale === 1 ? !(isNumber && classes > 2) : scale === 100 && target.type === 'boolean';
}
