import type { PerSide } from '../../facts/document/side.ts';
import { inCalendarOrder } from '../summarise/calendar-order.ts';
import { labelMatch, type LabelMatch, type MatchBy } from './match-labels.ts';

/** How the texts of a column stand for the classes. */
export interface LabelTexts {
  /** Texts of the column; the class of the i-th is `classes[i]`. */
  texts: string[];
  classes: number[];
}

export interface Labels {
  /** The labels of both columns and files; for two the one that is not looked for stands first. */
  classes: string[];
  /** Labels of the target that one file has alone. */
  onlyIn: PerSide<string[]>;
  target: LabelTexts;
  prediction: LabelTexts;
  /** Labels that are read as others, and why; null where none is. */
  matched: { by: MatchBy; pairs: LabelMatch[] } | null;
  /** Classes that one of the columns has alone; nothing of a prediction that the file does not have. */
  alone: { target: string[]; prediction: string[] };
}

/** What is known of the classes besides the labels. */
export interface LabelRules {
  /** The label to look for, of two; without it the one that means yes, or the rarer one of the reference. */
  positive?: string | undefined;
  /** Labels that stand for others, set by hand. */
  labels?: readonly LabelMatch[] | undefined;
  /** Classes that neither column has: those of probabilities. */
  further?: readonly string[];
}

type Counts = PerSide<ReadonlyMap<string, number>>;

const YES = /^(1(\.0+)?|true|t|yes|y|ja|oui|on|pos(itive)?|failure|fail(ed)?|defect(ive)?|bad|nok)$/i;
const NO = /^(0(\.0+)?|-1(\.0+)?|false|f|no|n|nein|non|off|neg(ative)?|ok|good|pass(ed)?)$/i;

/** Yes and no, however they are spelled; null for other labels. */
const meaningOf = (text: string): 'yes' | 'no' | null => (YES.test(text) ? 'yes' : NO.test(text) ? 'no' : null);

/**
 * The classes of a target and its prediction. Labels that differ in spelling alone (Cat and cat, 1 and 1.0) are one class; where two
 * classes are left in each column that are not the same, yes and no are matched however they are spelled (true and 1, −1 and 0). The
 * target's spelling is the one that is shown.
 * @param target how often each label occurs, by file
 * @param prediction the same; empty where the file does not say what was predicted
 * @param rules what is set by hand, and classes of probabilities
 */
export function matchLabels(target: Counts, prediction: Counts, rules: LabelRules = {}): Labels {
  const { further = [] } = rules;
  const [targetLabels, predicted] = [labelsOf(target), labelsOf(prediction)];
  const { shown, matched } = labelMatch(totalsOf(target), totalsOf(prediction), { set: rules.labels, meaningOf });
  const inTarget = new Set(targetLabels.map(shown));
  const inPrediction = new Set(predicted.map(shown));
  const labels = inCalendarOrder(
    [...new Set([...inTarget, ...inPrediction, ...further])].sort(byNumberThenText),
    (label) => label,
  );
  const rowsOf = countsBy(target.reference ?? target.current, shown);
  const classes = labels.length === 2 ? positiveLast(labels, rowsOf, rules.positive) : labels;
  const withClasses = (texts: readonly string[]): LabelTexts => ({
    texts: [...texts],
    classes: texts.map((text) => classes.indexOf(shown(text))),
  });
  return {
    ...{ classes, matched, onlyIn: onlyIn(target, shown) },
    ...{ target: withClasses(targetLabels), prediction: withClasses(predicted) },
    alone: {
      target: predicted.length === 0 ? [] : [...inTarget].filter((label) => !inPrediction.has(label)),
      prediction: [...inPrediction].filter((label) => !inTarget.has(label)),
    },
  };
}

/** Whether no label of the prediction is one of the target. */
export const haveNothingInCommon = ({ alone, prediction }: Labels): boolean =>
  prediction.texts.length > 0 &&
  alone.target.length > 0 &&
  new Set(prediction.classes).size === alone.prediction.length;

const labelsOf = (counts: Counts): string[] => [
  ...new Set(Object.values(counts).flatMap((counted) => [...counted.keys()])),
];

function totalsOf(counts: Counts): Map<string, number> {
  const totals = new Map<string, number>();
  for (const counted of Object.values(counts)) {
    for (const [label, rows] of counted) totals.set(label, (totals.get(label) ?? 0) + rows);
  }
  return totals;
}

function countsBy(counted: ReadonlyMap<string, number> | undefined, shown: (label: string) => string) {
  const counts = new Map<string, number>();
  for (const [label, rows] of counted ?? []) counts.set(shown(label), (counts.get(shown(label)) ?? 0) + rows);
  return counts;
}

function byNumberThenText(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  return Number.isNaN(difference) ? (a < b ? -1 : a > b ? 1 : 0) : difference;
}

function positiveLast(
  classes: readonly string[],
  rowsOf: ReadonlyMap<string, number>,
  asked: string | undefined,
): string[] {
  const rows = (label: string): number => rowsOf.get(label) ?? 0;
  const [a = '', b = ''] = classes;
  const yes = [a, b].find((label) => label === asked) ?? [a, b].find((label) => YES.test(label));
  const positive = yes ?? (NO.test(a) ? b : NO.test(b) ? a : rows(a) < rows(b) ? a : b);
  return positive === a ? [b, a] : [a, b];
}

function onlyIn({ reference, current }: Counts, shown: (label: string) => string): PerSide<string[]> {
  if (reference === undefined || current === undefined) return {};
  const [first, second] = [new Set([...reference.keys()].map(shown)), new Set([...current.keys()].map(shown))];
  return {
    reference: [...first].filter((label) => !second.has(label)),
    current: [...second].filter((label) => !first.has(label)),
  };
}
