import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { ProbabilityProblem } from '../../facts/statements/model-statements.ts';
import { SIDES } from '../../facts/document/sides.ts';
import { quote } from '../../facts/statements/statement.ts';
import { probabilityScale, type ProbabilityScale } from './probability-scale.ts';

/** Words that stand around a class's name in the name of its probability. */
const AROUND = /^(predicted|pred|prob|proba|probability|p|score)[ _.-]+|[ _.-]+(prob|proba|probability|score)$/gi;

const plain = (name: string): string =>
  name
    .replace(AROUND, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

export interface Probabilities {
  /** In the order of the classes; for two classes the positive one's alone. Empty for none. */
  columns: ColumnSchema[];
  /** What certainty is in them: 1, or 100 for percentages. */
  scale: ProbabilityScale;
  /** What stands in the way of using some. */
  problem: ProbabilityProblem | null;
}

type Results = ReadonlyMap<string, ColumnResult>;

const NONE = { columns: [], scale: 1 } as const;

/** Probabilities of columns that are found. */
export const asProbabilities = (columns: ColumnSchema[], results: Results): Probabilities => ({
  columns,
  scale: columns.some(({ name }) => probabilityScale(results.get(name)) === 100) ? 100 : 1,
  problem: null,
});

/**
 * The columns that hold the probabilities of the classes: one of them for two classes, one a class for several, found
 * by the classes' names.
 * @param classes the positive one last, of two
 * @param schema all columns of the files
 * @param results for their ranges
 */
export function probabilitiesOf(
  classes: readonly string[],
  schema: readonly ColumnSchema[],
  results: Results,
): Probabilities {
  const asked = schema.filter(({ role }) => role === 'probability');
  const open = schema.filter(
    ({ name, role, type }) => role === 'feature' && type === 'numeric' && probabilityScale(results.get(name)) === 1,
  );
  const ofClass = (label: string): ColumnSchema | undefined =>
    [...asked, ...open].find(({ name }) => plain(name) !== '' && plain(name) === plain(label));
  if (classes.length === 2) {
    const found = ofPositive(classes, asked, ofClass);
    return 'problem' in found
      ? { ...NONE, columns: [], problem: found.problem }
      : asProbabilities(found.columns, results);
  }
  const found = classes.map(ofClass);
  const columns = found.filter((column) => column !== undefined);
  if (columns.length === classes.length) return asProbabilities(columns, results);
  const lacking = classes.filter((_, i) => found[i] === undefined);
  const hasColumns = columns.length > 0 || asked.length > 0;
  const label = quote(lacking[0] ?? '');
  return {
    ...NONE,
    columns: [],
    problem: hasColumns ? { kind: 'no-column-for-class', values: { class: label } } : null,
  };
}

/** How far the means of probabilities that stand side by side may miss certainty. */
const MISSED = 0.002;
/** Columns on either side of named ones that are tried. */
const MOST_FURTHER = 20;

/**
 * Classes that probabilities alone name: where each class of the labels has a column named like it, numbers from 0 to 1 beside these
 * that make them add up to 1.
 * @param classes of the labels
 * @param schema all columns of the files, in file order
 * @param results for ranges and means
 */
export function classesOfProbabilities(
  classes: readonly string[],
  schema: readonly ColumnSchema[],
  results: Results,
): string[] {
  const isOpen = ({ name, role, type }: ColumnSchema): boolean =>
    type === 'numeric' && (role === 'feature' || role === 'probability') && probabilityScale(results.get(name)) === 1;
  const isNamed = ({ name }: ColumnSchema): boolean => classes.some((label) => plain(label) === plain(name));
  const named = schema.filter((column) => isOpen(column) && isNamed(column));
  if (named.length < classes.length || named.length === 0 || addUp(named, results)) return [];
  const first = schema.findIndex((column) => named.includes(column));
  const last = schema.findLastIndex((column) => named.includes(column));
  const before = schema.slice(schema.slice(0, first).findLastIndex((column) => !isOpen(column)) + 1, first);
  const end = schema.findIndex((column, i) => i > last && !isOpen(column));
  const after = schema.slice(last + 1, end === -1 ? schema.length : end);
  const inside = schema.slice(first, last + 1).filter(isOpen);
  const blocks = Array.from({ length: Math.min(MOST_FURTHER, before.length) + 1 }, (_, left) =>
    Array.from({ length: Math.min(MOST_FURTHER, after.length) + 1 }, (__, right) => [
      ...before.slice(before.length - left),
      ...inside,
      ...after.slice(0, right),
    ]),
  ).flat();
  const found = blocks.find((columns) => columns.length > named.length && addUp(columns, results)) ?? [];
  return found.filter((column) => !isNamed(column)).map(({ name }) => name.replace(AROUND, '').trim());
}

/** Whether the means of columns add up to 1 in every file that has them. */
const addUp = (columns: readonly ColumnSchema[], results: Results): boolean =>
  SIDES.every((side) => {
    const means = columns.map(({ name }) => results.get(name)?.quality[side]?.mean);
    if (means.every((mean) => mean === undefined)) return true;
    const sum = means.reduce<number>((total, mean) => total + (mean ?? NaN), 0);
    return Math.abs(sum - 1) <= MISSED;
  });

/** The probability of the positive class: named like it, or the only one that there is. */
function ofPositive(
  [negative = '', positive = '']: readonly string[],
  asked: readonly ColumnSchema[],
  ofClass: (label: string) => ColumnSchema | undefined,
): { columns: ColumnSchema[] } | { problem: ProbabilityProblem | null } {
  const named = ofClass(positive);
  const isSure = named?.role === 'probability' || ofClass(negative) !== undefined;
  const column = (isSure ? named : undefined) ?? (asked.length === 1 ? asked[0] : undefined);
  if (column !== undefined) return { columns: [column] };
  const values = { columns: asked.length, class: quote(positive) };
  return { problem: asked.length === 0 ? null : { kind: 'several-columns', values } };
}
