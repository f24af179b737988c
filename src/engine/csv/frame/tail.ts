import { chooseFormat, countNumbers, numberIn, type NumberFormat } from '../numbers/format.ts';
import { MISSING_TEXTS } from '../options.ts';
import { filledIn, isDivider, isEmpty, isFigure, isValue, type Body } from './body.ts';

/** What stands below the rows of a table. */
export interface Tail {
  /** How many of the last rows are none. */
  rows: number;
  /** Those that hold anything, as they stand in the file, the first one first. */
  texts: string[];
  /** Whether one of them sums up what stands above. */
  sums: boolean;
}

/** Texts that stand for no value, among which a sum passes. */
const MISSING = new Set(['', ...MISSING_TEXTS]);

const DECIMALS = ['.', ','] as const;

const NONE: Tail = { rows: 0, texts: [], sums: false };
/** More lines are no remark. */
const MOST_ROWS = 12;
/** A sum of fewer rows may be chance. */
const FEWEST_SUMMED = 3;
/** The more so where the line looks like a row. */
const FEWEST_WITHOUT_GAP = 5;
/** A field is filled as a rule where it is in this share of the rows. */
const AS_A_RULE = 0.9;
const SUM_WORD = new RegExp(
  String.raw`^(?:(?:grand|sub|over)?[ -]?(?:total|totals|sum|summary)|gesamt\w*|(?:end|zwischen)?summe\w*|totale|totaux|somme|suma|soma|сумма|итого|всего|合計|合计|总计|總計|averages?|avg|mean|mittel(?:wert)?|durchschnitt|schnitt|moyenne|promedio|media|среднее|平均|ø|min(?:imum)?|max(?:imum)?|median|std\.?(?:dev)?|stdev|stabw|count|anzahl)(?:[\s:.].*)?$`,
  'iu',
);

/**
 * What stands below the last row of a table: remarks, a line that sums up, rows of delimiters alone.
 * @param rows the last ones, or all
 * @param body what the table's rows are like
 * @param whole whether these are all rows, so that a sum can be told by its value
 */
export function tailOf(rows: readonly (readonly string[])[], body: Body, whole: boolean): Tail {
  let end = rows.length;
  const texts: string[] = [];
  let sums = false;
  while (end > 1 && rows.length - end < MOST_ROWS) {
    const fields = rows[end - 1] ?? [];
    const above = rows.slice(0, end - 1);
    if (isSum(fields, above, { body, whole })) sums = true;
    else if (!isRemark(fields, body) && !(isEmpty(fields) && body.width > 1) && !isDivider(fields)) break;
    if (!isEmpty(fields)) texts.unshift(fields.filter((cell) => cell.trim() !== '').join(' · '));
    end--;
  }
  return end === rows.length ? NONE : { rows: rows.length - end, texts, sums };
}

/** A line with fewer fields and no value where the table has values. */
function isRemark(fields: readonly string[], { width, typed }: Body): boolean {
  if (width < 2 || isEmpty(fields)) return false;
  if (fields.length === 1) return !(typed[0] === true && isValue(fields[0] ?? ''));
  const hasValue = fields.some((cell, i) => typed[i] === true && isValue(cell));
  if (!typed.some(Boolean) || hasValue) return false;
  const alone = filledIn(fields) === 1 && /\s|:/.test(fields.find((cell) => cell.trim() !== '')?.trim() ?? '');
  return fields.length < width || alone;
}

interface Context {
  body: Body;
  whole: boolean;
}

/** A line that says it sums up, or that holds the sums of the columns. */
function isSum(fields: readonly string[], above: readonly (readonly string[])[], { body, whole }: Context): boolean {
  if (body.width < 2 || above.length < FEWEST_SUMMED) return false;
  return saysSum(fields, above, body) || (whole && holdsSums(fields, above, body));
}

/** A word for a sum stands first, and in no row above but other such lines. */
function saysSum(fields: readonly string[], above: readonly (readonly string[])[], { typed }: Body): boolean {
  const label = fields.findIndex((cell) => cell.trim() !== '');
  const isLabelled = (row: readonly string[]): boolean => SUM_WORD.test((row[label] ?? '').trim());
  if (!isLabelled(fields) || !fields.some((cell, i) => i !== label && typed[i] === true && isFigure(cell)))
    return false;
  const rows = above.slice(0, above.findLastIndex((row) => !isLabelled(row)) + 1);
  return rows.length >= FEWEST_SUMMED && !rows.some(isLabelled);
}

/**
 * Whether a line holds the sum or the mean of each of its columns: without what all others have, or with a word for it anywhere, or, where it lacks nothing, the sums of
 * at least two columns of numbers, there being no other.
 */
function holdsSums(fields: readonly string[], above: readonly (readonly string[])[], { typed }: Body): boolean {
  const rows = addendsOf(fields, above);
  const numbers = fields.flatMap((cell, i) => (isValue(cell) ? [{ cell: cell.trim(), i }] : []));
  if (!numbers.some(({ i }) => typed[i] === true) || fields.some(isOtherText)) return false;
  const differs = (cell: string, i: number): boolean =>
    cell.trim() === ''
      ? rows.filter((row) => (row[i] ?? '').trim() !== '').length >= AS_A_RULE * rows.length
      : SUM_WORD.test(cell.trim()) && !rows.some((row) => SUM_WORD.test((row[i] ?? '').trim()));
  const lacks = fields.some(differs);
  if (!lacks && (numbers.length < Math.max(2, fields.length) || rows.length < FEWEST_WITHOUT_GAP)) return false;
  const column = (i: number): string[] => rows.map((row) => (row[i] ?? '').trim());
  if (!numbers.every(({ cell, i }) => sumsUp(cell, column(i), lacks))) return false;
  return numbers.length > 1 || rows.length >= FEWEST_WITHOUT_GAP;
}

/** A sum has no words beside it but one for what it is. */
const isOtherText = (cell: string): boolean => cell.trim() !== '' && !isValue(cell) && !SUM_WORD.test(cell.trim());

/** Rows above a line, without those right above it that leave out what it does: a mean may stand below a sum. */
function addendsOf(fields: readonly string[], above: readonly (readonly string[])[]): (readonly string[])[] {
  const filled = above.filter((row) => !isEmpty(row));
  const isGap = (row: readonly string[], i: number): boolean => (row[i] ?? '').trim() === '';
  const gaps = fields.flatMap((_, i) => (isGap(fields, i) && !filled.every((row) => isGap(row, i)) ? [i] : []));
  if (gaps.length === 0) return filled;
  return filled.slice(0, filled.findLastIndex((row) => !gaps.every((i) => isGap(row, i))) + 1);
}

/** Whether a number is the sum (or the mean, where that may be) of those above it, as far as its digits say. */
function sumsUp(cell: string, addends: readonly string[], mayBeMean: boolean): boolean {
  const counts = countNumbers([...addends, cell]);
  // Where addends are short, the sum alone has a mark: 16.802 below whole numbers may be either.
  const formats = DECIMALS.map((decimal) => chooseFormat(counts, { decimal, marks: {} }).format);
  return formats.some((format) => sumsUpIn(format, cell, { addends, mayBeMean }));
}

function sumsUpIn(
  format: NumberFormat,
  cell: string,
  { addends, mayBeMean }: { addends: readonly string[]; mayBeMean: boolean },
): boolean {
  const total = numberIn(cell, format);
  const values = addends.filter((text) => !MISSING.has(text)).map((text) => numberIn(text, format));
  const sum = values.reduce((partial, value) => partial + value, 0);
  const step = 0.5 * 10 ** -decimalsOf(cell, format);
  const isAlike = (value: number): boolean => Math.abs(total - value) <= step * (1 + 1e-9) + 1e-12 * Math.abs(value);
  if (values.length < FEWEST_SUMMED) return false;
  // A sum of zeros is no more than another zero.
  if (!mayBeMean) return total !== 0 && isAlike(sum);
  const mean = sum / values.length;
  return isAlike(sum) || (isAlike(mean) && (isFine(cell, { format, addends }) || isExact(total, mean)));
}

const isExact = (total: number, mean: number): boolean => Math.abs(total - mean) <= 1e-9 * Math.abs(mean);

/** A mean in no more digits than the values have may be one of them. */
const isFine = (cell: string, { format, addends }: { format: NumberFormat; addends: readonly string[] }): boolean =>
  decimalsOf(cell, format) > 0 && addends.every((text) => decimalsOf(text, format) <= decimalsOf(cell, format));

const decimalsOf = (cell: string, { decimal }: NumberFormat): number => cell.split(decimal)[1]?.length ?? 0;
