import type { RoleReason } from '../../facts/statements/column-reasons.ts';
import type { ColumnType, Role } from '../../facts/document/columns.ts';
import type { Side } from '../../facts/document/side.ts';

interface Typed {
  name: string;
  type: ColumnType;
  presentIn: readonly Side[];
  /** Range of the sampled numbers. */
  low: number;
  high: number;
}

interface RoleGuess {
  role: Role;
  reason: RoleReason;
}

const guess = (role: Role, kind: Exclude<RoleReason['kind'], 'goes-with' | 'named-like-a-class'>): RoleGuess => ({
  role,
  reason: { kind, values: {} },
});

const TARGET = /^(target|label|y|y_?true|ground[ _-]?truth|actual|outcome)$/i;
const PREDICTION = /^(predictions?|predicted|pred|y_?hat|y_?pred(icted)?|forecast)$/i;
/** Words that say "predicted", and words for what is: labels that a model gave stand under both. */
const PREDICTED = /^(predictions?|predicted|pred|yhat|hat|ypred|model|estimated)$/;
const LABEL = /^(label|labels|class|classes|category|outcome|decision|y|target|actual)$/;
const PROBABILITY = /(^|[ _.-])(prob|proba|probability|score|likelihood)$|^(prob|proba|probability|p|score)[ _.-]/i;
/** Words that leave no doubt; “score” and “p” alone may be anything between 0 and 1. */
const SURE = /(^|[ _.-])(prob|proba|probability)([ _.-]|$)/i;
/** Whether a name says that a column orders rows in time. */
export const isNamedTime = (name: string): boolean => TIME.test(name);

const TIME = /^(date|time|timestamp|date[ _-]?time|ts|created([ _-]at)?)$/i;

/**
 * Guesses what each column is for. At most one column is the time, the target and the prediction: the first whose name
 * says so; the time may also be the first date column, whatever its name, and the target a column of classes that goes
 * with the prediction. Numbers between 0 and 1 named like a probability are one; “score” alone does not say it.
 * @param columns names, types and ranges, in file order
 */
export function inferRoles(columns: readonly Typed[]): Map<string, RoleGuess> {
  const usable = (column: Typed): boolean => column.type !== 'text';
  const named = (pattern: RegExp): Typed | undefined =>
    columns.find((column) => usable(column) && pattern.test(column.name));
  const times = columns.filter((column) => column.type === 'datetime');
  const prediction = named(PREDICTION);
  const probabilities = columns.filter((column) => isProbability(column) && isBacked(column, columns));
  const target = targetOf(columns, named(TARGET), prediction, probabilities);
  const labels = predictedLabels(columns, target?.column, prediction);
  const time = times.find((column) => TIME.test(column.name)) ?? times[0];
  return new Map(
    columns.map((column): [string, RoleGuess] => {
      if (column === target?.column) return [column.name, { role: 'target', reason: target.reason }];
      if (column === labels) return [column.name, guess('prediction', 'labels-beside-probabilities')];
      if (column === prediction && labels !== undefined) {
        return [column.name, guess('probability', 'numbers-beside-labels')];
      }
      if (column === prediction) return [column.name, guess('prediction', 'named-like-a-prediction')];
      if (column === time) return [column.name, guess('time', 'first-times')];
      if (probabilities.includes(column)) {
        return [column.name, guess('probability', 'named-like-a-probability')];
      }
      if (column.type === 'identifier') return [column.name, guess('id', 'tells-rows-apart')];
      return [column.name, guess('feature', 'nothing-else')];
    }),
  );
}

/**
 * Classes that are named like predicted ones (pred_label, predicted class, y_pred beside the target y), where the column that is named like a
 * prediction holds numbers from 0 to 1 (or to 100), or there is none.
 */
function predictedLabels(
  columns: readonly Typed[],
  target: Typed | undefined,
  prediction: Typed | undefined,
): Typed | undefined {
  if (target === undefined || !isClass(target)) return undefined;
  if (prediction !== undefined && !(prediction.type === 'numeric' && isPercentage(prediction))) return undefined;
  const ofTarget = words(target.name);
  return columns.find((column) => {
    if (!isClass(column) || column === target || column === prediction) return false;
    const parts = column.name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    const rest = parts.filter((word) => !PREDICTED.test(word));
    return rest.length < parts.length && rest.every((word) => LABEL.test(word) || ofTarget.includes(word));
  });
}

/** Numbers that may be probabilities, perhaps in percent. */
const isPercentage = ({ low, high }: Typed): boolean => low >= 0 && high <= 100;

const isProbability = (column: Typed): boolean =>
  column.type === 'numeric' && isPercentage(column) && PROBABILITY.test(column.name);

/**
 * A name like “score” or “p_…” needs a second sign: classes that it names, words of a prediction, or, where it stands
 * alone, classes named as the target and no other prediction.
 */
function isBacked({ name, high }: Typed, columns: readonly Typed[]): boolean {
  if (high <= 1 && (SURE.test(name) || /pred/i.test(name))) return true;
  const classes = columns.filter((column) => isClass(column) && column.name !== name);
  const stem = words(name.replace(PROBABILITY, ' ')).filter((word) => word !== 'score');
  if (stem.length > 0) {
    return classes.some((column) =>
      stem.every((word) => words(column.name).some((candidate) => candidate.startsWith(word))),
    );
  }
  if (SURE.test(name)) return true;
  const isPredicted = columns.some((column) => PREDICTION.test(column.name));
  return !isPredicted && classes.some((column) => TARGET.test(column.name));
}

const isClass = ({ type }: Typed): boolean => type === 'boolean' || type === 'categorical';

/** The target by its name; or by a probability's name; or as the only classes that came late. */
function targetOf(
  columns: readonly Typed[],
  named: Typed | undefined,
  prediction: Typed | undefined,
  probabilities: readonly Typed[],
): { column: Typed; reason: RoleReason } | null {
  if (named !== undefined) return { column: named, reason: { kind: 'named-like-a-target', values: {} } };
  const candidates = columns.filter((column) => isClass(column) && column !== prediction);
  for (const { name } of probabilities) {
    const stem = words(name.replace(PROBABILITY, ' '));
    const column = candidates.find(
      (candidate) => stem.length > 0 && stem.every((word) => words(candidate.name).includes(word)),
    );
    if (column !== undefined) return { column, reason: { kind: 'goes-with', values: { column: name } } };
  }
  const late = candidates.filter(({ presentIn }) => presentIn.length === 1 && presentIn[0] === 'reference');
  const [lateColumn] = late;
  if (prediction === undefined || !isClass(prediction) || lateColumn === undefined || late.length > 1) return null;
  return { column: lateColumn, reason: { kind: 'comes-late', values: {} } };
}

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'predicted');
