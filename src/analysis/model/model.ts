import type { Config } from '../../facts/settings/settings.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { classifierNotes } from './classifier-notes.ts';
import { haveNothingInCommon, matchLabels, type Labels } from './labels.ts';
import type { ModelTask } from './model-rows.ts';
import { asProbabilities, classesOfProbabilities, probabilitiesOf, type Probabilities } from './probabilities.ts';
import type { NotMeasured } from '../../facts/statements/model-statements.ts';
import { quote, type Quote } from '../../facts/statements/statement.ts';
import type { Performance } from '../../facts/document/performance.ts';
import { isScore, taskOf, type ModelColumns } from './task.ts';

/** Labels of each column that a refusal names, so that they can be matched. */
const NAMED_LABELS = 30;
/** Labels of more classes than this are not classes but names. */
const MOST_CLASSES = 100;

type Said = Pick<
  Performance & { state: 'measured' },
  'task' | 'taskReason' | 'prediction' | 'probabilities' | 'notes' | 'target'
>;

/** A model: what it predicts, and the columns that say so. */
export interface Model extends Said {
  sides: Side[];
  rows: ModelTask;
  labels: Labels | null;
}

export interface ModelContext {
  schema: readonly ColumnSchema[];
  results: ReadonlyMap<string, ColumnResult>;
  config: Config;
}

type LabelCounts = PerSide<ReadonlyMap<string, number>>;
type Levels = (column: string) => Promise<LabelCounts>;
type Refused = { notMeasured: NotMeasured };

/** What the columns of a model say together; or why its quality cannot be measured. */
export async function modelOf(run: ModelContext, columns: ModelColumns, levels: Levels): Promise<Model | Refused> {
  const task = taskOf(columns, run.results, run.config);
  if ('notMeasured' in task) return task;
  const { target, prediction, sides } = columns;
  const shared = { target: target.name, sides, taskReason: task.reason };
  if (task.kind === 'classification') return classifier(run, columns, { levels, shared });
  if (prediction === null) return { notMeasured: { kind: 'no-predicted-values', values: { target: target.name } } };
  return {
    ...shared,
    ...{ task: 'regression', prediction: prediction.name, probabilities: [], notes: [], labels: null },
    rows: { kind: 'regression' },
  };
}

async function classifier(
  run: ModelContext,
  { target, prediction }: ModelColumns,
  { levels, shared }: { levels: Levels; shared: Pick<Model, 'target' | 'sides' | 'taskReason'> },
): Promise<Model | Refused> {
  const asScore = prediction?.type === 'numeric' && isScore(target, prediction, run.results) ? prediction : null;
  const asLabel = asScore === null ? prediction : null;
  const labels = labelsOf(run, await levels(target.name), asLabel === null ? {} : await levels(asLabel.name));
  const { classes } = labels;
  const found = scoresOf(run, classes, asScore);
  const refused =
    refuseClasses(target.name, classes.length) ??
    refuseLabels(target.name, asLabel, labels) ??
    refuseNothing(target.name, asLabel, found);
  if (refused !== null) return refused;
  const binary = classes.length === 2;
  return {
    ...shared,
    task: binary ? 'binary' : 'multiclass',
    prediction: asLabel?.name ?? null,
    probabilities: found.columns.map(({ name }, i) => ({ column: name, label: classes[binary ? 1 : i] ?? '' })),
    notes: classifierNotes(labels, found, asLabel),
    labels,
    rows: classTask(labels, { hasPrediction: asLabel !== null, scale: found.scale }, run.config),
  };
}

/** The labels of both columns, and the classes that probabilities alone name. */
function labelsOf({ schema, results, config }: ModelContext, target: LabelCounts, predicted: LabelCounts): Labels {
  const { positive, labels: set } = config.performance;
  const matched = matchLabels(target, predicted, { positive, labels: set });
  const further = classesOfProbabilities(matched.classes, schema, results);
  return further.length === 0 ? matched : matchLabels(target, predicted, { positive, labels: set, further });
}

/** A prediction between 0 and 1 is the probability of the positive class itself. */
const scoresOf = (run: ModelContext, classes: readonly string[], asScore: ColumnSchema | null): Probabilities =>
  asScore !== null && classes.length === 2
    ? asProbabilities([asScore], run.results)
    : probabilitiesOf(classes, run.schema, run.results);

function refuseLabels(target: string, label: ColumnSchema | null, labels: Labels): Refused | null {
  if (label === null || !haveNothingInCommon(labels)) return null;
  const first = (texts: readonly string[]): Quote[] => texts.slice(0, NAMED_LABELS).map((text) => quote(text));
  const values = { target, prediction: label.name };
  const examples = { inTarget: first(labels.alone.target), inPrediction: first(labels.alone.prediction) };
  return { notMeasured: { kind: 'labels-do-not-meet', values: { ...values, ...examples } } };
}

function refuseNothing(
  target: string,
  label: ColumnSchema | null,
  { columns, problem }: Probabilities,
): Refused | null {
  if (label !== null || columns.length > 0) return null;
  return { notMeasured: problem ?? { kind: 'no-predicted-classes', values: { target } } };
}

function refuseClasses(target: string, classes: number): Refused | null {
  if (classes < 2) return { notMeasured: { kind: 'one-class', values: { target } } };
  if (classes <= MOST_CLASSES) return null;
  return { notMeasured: { kind: 'too-many-classes', values: { target, classes } } };
}

function classTask(
  { classes, target, prediction }: Labels,
  { hasPrediction, scale }: { hasPrediction: boolean; scale: number },
  config: Config,
): ModelTask {
  const binary = classes.length === 2;
  return {
    ...{ kind: 'classification', classes, positive: binary ? 1 : null, hasPrediction, scale },
    threshold: binary && !hasPrediction ? (config.performance.threshold ?? 0.5) : null,
    ...{ targetClasses: target.classes, predictionClasses: prediction.classes },
  };
}
