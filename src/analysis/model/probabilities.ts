import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';
import type { ProbabilityTrouble } from '../../facts/statements/model-statements.ts';
import { quote } from '../../facts/statements/statement.ts';
import { isShare } from './task.ts';

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
  /** What stands in the way of using some. */
  trouble: ProbabilityTrouble | null;
}

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
  results: ReadonlyMap<string, ColumnResult>,
): Probabilities {
  const asked = schema.filter(({ role }) => role === 'probability');
  const open = schema.filter(
    ({ name, role, type }) => role === 'feature' && type === 'numeric' && isShare(results.get(name)),
  );
  const ofClass = (label: string): ColumnSchema | undefined =>
    [...asked, ...open].find(({ name }) => plain(name) !== '' && plain(name) === plain(label));
  if (classes.length === 2) return ofPositive(classes, asked, ofClass);
  const found = classes.map(ofClass);
  const columns = found.filter((column) => column !== undefined);
  if (columns.length === classes.length) return { columns, trouble: null };
  const lacking = classes.filter((_, i) => found[i] === undefined);
  const hasColumns = columns.length > 0 || asked.length > 0;
  const label = quote(lacking[0] ?? '');
  return { columns: [], trouble: hasColumns ? { kind: 'no-column-for-class', values: { class: label } } : null };
}

/** The probability of the positive class: named like it, or the only one that there is. */
function ofPositive(
  [negative = '', positive = '']: readonly string[],
  asked: readonly ColumnSchema[],
  ofClass: (label: string) => ColumnSchema | undefined,
): Probabilities {
  const named = ofClass(positive);
  const isSure = named?.role === 'probability' || ofClass(negative) !== undefined;
  const column = (isSure ? named : undefined) ?? (asked.length === 1 ? asked[0] : undefined);
  if (column !== undefined) return { columns: [column], trouble: null };
  const values = { columns: asked.length, class: quote(positive) };
  return { columns: [], trouble: asked.length === 0 ? null : { kind: 'several-columns', values } };
}
