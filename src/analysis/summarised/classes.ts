import type { Performance } from '../../facts/document/performance.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, SIDES } from '../../facts/document/sides.ts';
import type { ModelNote, NotMeasured } from '../../facts/statements/model-statements.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { Config } from '../../facts/settings/settings.ts';
import { SCORE_BINS, type SummarisedModel, type SummaryFile } from '../../facts/summary-file.ts';
import { haveNothingInCommon, matchLabels, type Labels } from '../model/labels.ts';
import { summarisedClassification } from './classification.ts';
import { commonOf, missingIn, type ModelNames } from './model-names.ts';
import { classScores, type FoundScores, type SideScores } from './scores/class-scores.ts';
import { addUp } from './scores/score-measures.ts';

type LabelCounts = PerSide<Map<string, number>>;

/** How good a classifier is whose rows stayed elsewhere; null where the files count no classes of it. */
export function summarisedClasses(given: PerSide<SummaryFile>, names: ModelNames, config: Config): Performance | null {
  const counts = (file: SummaryFile): number =>
    names.prediction === null ? file.model.scores.length : file.model.confusion.length;
  const files = Object.fromEntries(
    SIDES.flatMap((side) => (given[side] !== undefined && counts(given[side]) > 0 ? [[side, given[side]]] : [])),
  ) as PerSide<SummaryFile>;
  const sides = SIDES.filter((side) => files[side] !== undefined);
  if (sides.length === 0) return null;
  const labels = labelsOf(files, names, config);
  const refused = refusedOf(names, labels);
  if (refused !== null) return { state: 'notMeasured', reason: refused };
  const found = classScores(files, labels, names.probabilities);
  const threshold = names.prediction === null ? (config.performance.threshold ?? 0.5) : null;
  if (threshold !== null && !isCounted(found, threshold)) {
    return { state: 'notMeasured', reason: found.problem ?? { kind: 'needs-rows', values: { target: names.target } } };
  }
  const known = mapSides(files, (file, side) => ({
    rows: file.rows,
    missingTarget: missingIn(file, names.target),
    counts: threshold === null ? file.model.confusion : fromThreshold(found.sides[side], labels, threshold),
  }));
  const read = threshold === null ? labels : asClasses(labels);
  const { overall, ...whole } = summarisedClassification(
    known,
    { labels: read, scores: found.sides, threshold },
    config.seed,
  );
  const common = commonOf(names, sides);
  return {
    ...common,
    ...{ task: whole.task, overall, whole, probabilities: found.columns },
    taskReason: { kind: 'classes', values: { target: names.target } },
    notes: [...common.notes, ...scoreNotes(found)],
    positive: whole.positive === null ? null : (whole.classes[whole.positive] ?? null),
  };
}

/** Where the class that is looked for is not set, it is the one that there is a probability of. */
export function labelsOf(
  files: PerSide<SummaryFile>,
  { prediction, probabilities }: ModelNames,
  config: Config,
): Labels {
  const { positive, labels } = config.performance;
  const classes = new Set(
    Object.values(files).flatMap(({ model }) =>
      model.scores.flatMap(({ column, label }) => (probabilities.has(column) ? [label] : [])),
    ),
  );
  const [scored] = classes.size === 1 ? classes : [];
  const targets = (file: SummaryFile): readonly { target: string; n: number }[] =>
    prediction === null
      ? file.model.scores.map(({ target, n }) => ({ target, n: n.reduce((sum, count) => sum + count, 0) }))
      : file.model.confusion;
  const predicted = (file: SummaryFile): readonly { target: string; n: number }[] =>
    prediction === null ? [] : file.model.confusion.map(({ predicted: target, n }) => ({ target, n }));
  return matchLabels(
    mapSides(files, (file) => counted(targets(file))) satisfies LabelCounts,
    mapSides(files, (file) => counted(predicted(file))),
    { positive: positive ?? scored, labels },
  );
}

function counted(rows: readonly { target: string; n: number }[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { target, n } of rows) found.set(target, (found.get(target) ?? 0) + n);
  return found;
}

function refusedOf({ target, prediction }: ModelNames, labels: Labels): NotMeasured | null {
  if (labels.classes.length < 2) return { kind: 'one-class', values: { target } };
  if (prediction === null || !haveNothingInCommon(labels)) return null;
  const first = (texts: readonly string[]) => texts.slice(0, 30).map((text) => quote(text));
  const values = {
    target,
    prediction,
    inTarget: first(labels.alone.target),
    inPrediction: first(labels.alone.prediction),
  };
  return { kind: 'labels-do-not-meet', values };
}

/** Whether the classes that a threshold predicts are counted: of two classes, at whole thousandths. */
const isCounted = ({ sides }: FoundScores, threshold: number): boolean =>
  Object.values(sides).length > 0 &&
  Object.values(sides).every(({ classes }) => classes.length === 1 && classes[0]?.isTurned === false) &&
  Number.isInteger(threshold * SCORE_BINS);

function fromThreshold(
  side: SideScores | undefined,
  { classes }: Labels,
  threshold: number,
): SummarisedModel['confusion'] {
  return (side?.classes ?? []).flatMap(({ day, bins, truth, n }) =>
    Array.from(n, (rows, cell) => ({
      ...{ day: day[cell]!, n: rows },
      target: classes[truth[cell]!] ?? '',
      predicted: classes[bins[cell]! >= threshold * SCORE_BINS ? 1 : 0] ?? '',
    })),
  );
}

/** Where counts are by class, not by text. */
function asClasses(labels: Labels): Labels {
  const texts = { texts: labels.classes, classes: labels.classes.map((_, i) => i) };
  return { ...labels, target: texts, prediction: texts };
}

function scoreNotes({ problem, sides, columns }: FoundScores): ModelNote[] {
  if (problem !== null) return [{ kind: 'without-probabilities', values: { trouble: problem } }];
  const isApart = Object.values(sides).some((side) => side.classes.length > 1 && !addUp(side));
  return isApart ? [{ kind: 'probabilities-apart', values: { columns: columns.map(({ column }) => column) } }] : [];
}
