import { chooseFormat, countNumbers, numberIn, type NumberFormat } from '../numbers/format.ts';
import { MISSING_TEXTS } from '../options.ts';
import { isEmpty, isFigure, isValue, type Body } from './body.ts';

/** Texts that stand for no value, among which a sum passes. */
const MISSING = new Set(['', ...MISSING_TEXTS]);

const DECIMALS = ['.', ','] as const;
/** A sum of fewer rows may be chance. */
const FEWEST_SUMMED = 3;
/** The more so where the line looks like a row. */
const FEWEST_WITHOUT_GAP = 5;
/** A field is filled as a rule where it is in this share of the rows. */
const AS_A_RULE = 0.9;
const TOTAL = String.raw`(?:grand|sub|over)?[ -]?(?:total|totals|sum|summary)|sous-total|gesamt\w*|(?:end|zwischen|teil)?summe\w*|totale|totaux|somme|suma|soma|сумма|итого|всего|合計|小計|合计|小计|总计|總計|\*{1,4}`;
const SUM_WORD = new RegExp(
  String.raw`^(?:${TOTAL}|averages?|avg|mean|mittel(?:wert)?|durchschnitt|schnitt|moyenne|promedio|media|среднее|平均|ø|min(?:imum)?|max(?:imum)?|median|std\.?(?:dev)?|stdev|stabw|count|anzahl)(?:[\s:.].*)?$`,
  'iu',
);
const TOTAL_WORD = new RegExp(String.raw`^(?:${TOTAL})(?:[\s:.].*)?$`, 'iu');

/** Rows that say they sum up others: how many, and the first of them, from 1. */
export interface RowSums {
  rows: number;
  row: number;
  example: string;
}

/** More rows are a kind of rows. */
const MOST_SUMS = 0.25;

/**
 * Rows amid a table that say they sum up others: the first cell of a row is a word for a total, and values follow.
 * @param rows of the table, without those that are none
 * @param body what they are like
 * @returns null where there are none, or so many that the word is one for a kind of rows
 */
export function sumsAmong(rows: readonly (readonly string[])[], { typed }: Body): RowSums | null {
  if (!typed.some(Boolean)) return null;
  const isTotal = (row: readonly string[]): boolean => {
    const label = row.findIndex((cell) => cell.trim() !== '');
    if (typed[label] !== false || !TOTAL_WORD.test((row[label] ?? '').trim())) return false;
    return row.some((cell, i) => i > label && typed[i] === true && isFigure(cell));
  };
  const found = rows.flatMap((row, i) => (isTotal(row) ? [i] : []));
  const [first] = found;
  if (first === undefined || found.length > MOST_SUMS * rows.length) return null;
  return {
    rows: found.length,
    row: first + 1,
    example: (rows[first] ?? []).filter((cell) => cell.trim() !== '').join(' · '),
  };
}

interface Context {
  body: Body;
  whole: boolean;
}

/**
 * Whether a line says that it sums up, or holds the sums of the columns.
 * @param fields of the line
 * @param above the rows before it
 * @param context what they are like, and whether they are all there are
 */
export function isSum(fields: readonly string[], above: readonly (readonly string[])[], context: Context): boolean {
  const { body, whole } = context;
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
