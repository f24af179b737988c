import type { PerSide } from '../../facts/document/side.ts';

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
}

const YES = /^(1(\.0+)?|true|t|yes|y|ja|oui|on|pos(itive)?|failure|fail(ed)?|defect(ive)?|bad|nok)$/i;
const NO = /^(0(\.0+)?|-1|false|f|no|n|nein|non|off|neg(ative)?|ok|good|pass(ed)?)$/i;

/** Yes and no, however they are spelled; other labels as they are. */
const meaning = (text: string): string => (YES.test(text) ? 'yes' : NO.test(text) ? 'no' : text);

/**
 * The classes of a target and its prediction. Where the two columns have no label in common, yes and no are matched
 * however they are spelled (true and 1); the target's spelling is the one that is shown.
 * @param target how often each label occurs, by file
 * @param prediction the same; empty where the file does not say what was predicted
 * @param positive the label to look for, of two; without it the one that means yes, or the rarer one of the reference
 */
export function matchLabels(
  target: PerSide<ReadonlyMap<string, number>>,
  prediction: PerSide<ReadonlyMap<string, number>>,
  positive?: string,
): Labels {
  const targetLabels = labelsOf(target);
  const predicted = labelsOf(prediction);
  const byMeaning = new Map(targetLabels.map((label) => [meaning(label), label]));
  const haveNoneInCommon =
    !predicted.some((label) => targetLabels.includes(label)) && byMeaning.size === targetLabels.length;
  const shown = (label: string): string => (haveNoneInCommon ? (byMeaning.get(meaning(label)) ?? label) : label);
  const labels = [...new Set([...targetLabels, ...predicted.map(shown)])].sort(byNumberThenText);
  const classes = labels.length === 2 ? positiveLast(labels, target, positive) : labels;
  const withClasses = (texts: readonly string[]): LabelTexts => ({
    texts: [...texts],
    classes: texts.map((text) => classes.indexOf(shown(text))),
  });
  return { classes, onlyIn: onlyIn(target), target: withClasses(targetLabels), prediction: withClasses(predicted) };
}

const labelsOf = (counts: PerSide<ReadonlyMap<string, number>>): string[] => [
  ...new Set(Object.values(counts).flatMap((counted) => [...counted.keys()])),
];

function byNumberThenText(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  return Number.isNaN(difference) ? (a < b ? -1 : a > b ? 1 : 0) : difference;
}

function positiveLast(
  classes: readonly string[],
  target: PerSide<ReadonlyMap<string, number>>,
  asked: string | undefined,
): string[] {
  const rows = (label: string): number => (target.reference ?? target.current)?.get(label) ?? 0;
  const [a = '', b = ''] = classes;
  const yes = [a, b].find((label) => label === asked) ?? [a, b].find((label) => YES.test(label));
  const positive = yes ?? (NO.test(a) ? b : NO.test(b) ? a : rows(a) < rows(b) ? a : b);
  return positive === a ? [b, a] : [a, b];
}

function onlyIn({ reference, current }: PerSide<ReadonlyMap<string, number>>): PerSide<string[]> {
  if (reference === undefined || current === undefined) return {};
  const missingLabels = (labels: ReadonlyMap<string, number>, otherLabels: ReadonlyMap<string, number>): string[] =>
    [...labels.keys()].filter((label) => !otherLabels.has(label));
  return { reference: missingLabels(reference, current), current: missingLabels(current, reference) };
}
