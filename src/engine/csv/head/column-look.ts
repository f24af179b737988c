import { countTimes, type TimeCounts } from '../times/counts.ts';
import { compactFormat, shortFormats } from '../times/digits.ts';
import { durationsIn, type Durations } from '../numbers/durations.ts';
import { keptText, sameNumber, type KeptText } from './kept-texts.ts';
import {
  countNumbers,
  isDecimal,
  isNumber,
  onlyFormats,
  type NumberCounts,
  type NumberFormat,
} from '../numbers/format.ts';
import { commonSign, plainNumbers, type Accounting } from '../numbers/accounting.ts';
import { hasWordsAmong } from '../numbers/words-among.ts';
import { MISSING_TEXTS, type ReadOptions } from '../options.ts';
import { yesNoWords } from '../yes-no.ts';
import { isDated } from './time-names.ts';

/** What the head of a file shows of a column. Cells are counted without blanks around them. */
export interface HeadColumn {
  name: string;
  filled: number;
  /** Its first cell that is filled. */
  first: string;
  /** Texts that stand for "no value" in it, but for the empty one, and how many cells hold each. */
  missing: { text: string; cells: number }[];
  /** All that would, where that is set by hand for the column. */
  ownMissing: readonly string[] | null;
  numbers: NumberCounts;
  /** How numbers are written of which some are not digits alone: `(1,234)`, `5-`, `$ 5`; null where all are. */
  accounting: Accounting | null;
  /** Whether its cells are numbers and a few words among them, whatever their share. */
  wordsAmong: boolean;
  /** What stands behind every number, alike in all cells: `%`, `°C`. Empty for none. */
  unit: string;
  times: TimeCounts;
  durations: Durations;
  /** Every cell has a blank before it, or behind it: they are no part of the texts. */
  padded: boolean;
  /** Cells that are `true` or `false`. */
  booleans: number;
  /** The different cells, as written, where all of them are words for yes and no (0 and 1 too); empty where one is not. */
  yesNo: string[];
  /** Cells that are a whole number behind letters, as long as the whole numbers among the others; none where those have decimals. */
  lettered: { cells: number; first: string };
  /** Cells written as codes: leading zeros, or 16 digits and more, which a double cannot hold; and the first of them. */
  codes: { cells: number; first: string };
  /** Why cells that could be numbers are kept as text. */
  kept: KeptText | null;
  /** A number in other digits than another cell of the same value; empty for none. */
  sameNumber: string;
  /** Cells that are plain numbers with a decimal point (behind five digits also a comma) or none; their range, and whether each is at least the one before. */
  plain: number;
  low: number;
  high: number;
  rising: boolean;
  /** The format of all of them where each is a date without separators, and whether one is at 24 o'clock. */
  compact: string | null;
  compactMidnight: boolean;
  /** Formats in which all of them would be dates of few digits (`260131`), which they are not taken for. */
  digits: readonly string[];
}

const CODE = /^[+-]?(?:0[0-9]|[0-9]{16})[0-9]*$/;
const DATE_DIGITS = 8;
const BOOLEAN = /^(?:true|false)$/i;
const UNIT = /^([^A-Za-z(]*?[0-9])\s*([^\d\s.,'()−–+-][^\d()]{0,7})$/u;

/**
 * Counts, in the head of a file, what the cells of each column could be read as.
 * @param names of the columns
 * @param rows as they stand in the file
 * @param options texts that are missing
 */
export function lookAtColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  options: ReadOptions,
): HeadColumn[] {
  const usual = new Set(options.missing ?? MISSING_TEXTS);
  return names.map((name, i) => {
    const ownMissing = options.missingIn?.get(options.rename?.get(name) ?? name) ?? null;
    const missing = ownMissing === null ? usual : new Set(ownMissing);
    const { cells, tally } = filledCells(rows, i, missing);
    const found = [...tally].map(([text, count]) => ({ text, cells: count }));
    return { ...lookAtColumn(name, cells, marksOf(options)), missing: found, ownMissing, padded: isPadded(rows, i) };
  });
}

/** The cells of a column that hold something, and the different texts of those that are missing, with how often each stands there. */
function filledCells(
  rows: readonly (readonly string[])[],
  i: number,
  missing: ReadonlySet<string>,
): { cells: string[]; tally: Map<string, number> } {
  const cells: string[] = [];
  const tally = new Map<string, number>();
  // Most cells start with a digit, and no usual text for "no value" does: their hashes need not be worked out.
  const starts = new Set([...missing].map((text) => text.charCodeAt(0)));
  for (const row of rows) {
    const cell = (row[i] ?? '').trim();
    if (cell === '') continue;
    if (starts.has(cell.charCodeAt(0)) && missing.has(cell)) tally.set(cell, (tally.get(cell) ?? 0) + 1);
    else cells.push(cell);
  }
  return { cells, tally };
}

function isPadded(rows: readonly (readonly string[])[], i: number): boolean {
  const [first = ''] = rows[0]?.slice(i) ?? [];
  if (first.trim() === first) return false;
  const filled = rows.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== '');
  return (
    filled.length > 1 && (filled.every((cell) => cell.startsWith(' ')) || filled.every((cell) => cell.endsWith(' ')))
  );
}

function lookAtColumn(
  name: string,
  cells: readonly string[],
  marks: Partial<NumberFormat>,
): Omit<HeadColumn, 'missing' | 'ownMissing' | 'padded'> {
  const unit = commonUnit(cells);
  const bare = unit === '' ? cells : cells.map((cell) => cell.slice(0, cell.length - unit.length).trim());
  const nonDecimal = cells.filter((cell) => !isDecimal(cell));
  const isPlain = unit === '' && nonDecimal.length === 0;
  const accounting = isPlain
    ? null
    : accountingIn(unit === '' ? nonDecimal : bare, unit === '' ? commonSign(bare) : '');
  const plain = accounting === null ? bare : bare.map(plainNumbers(accounting.sign));
  const numbers = plain === cells ? countNumbers(nonDecimal, cells.length - nonDecimal.length) : countNumbers(plain);
  const sameValue = sameNumber(cells);
  return {
    name,
    unit,
    ...{ filled: cells.length, first: cells[0] ?? '' },
    numbers: onlyFormats(numbers, marks),
    accounting,
    wordsAmong: hasWordsAmong(plain, numbers),
    times: countTimes(nonDecimal, isDated(name)),
    booleans: nonDecimal.filter((cell) => BOOLEAN.test(cell)).length,
    yesNo: yesNoWords(cells),
    codes: codesIn(nonDecimal),
    durations: durationsIn(nonDecimal),
    kept: keptText(name, cells, sameValue),
    sameNumber: sameValue ?? '',
    lettered: nonDecimal.length === cells.length ? letteredCodes(cells) : { cells: 0, first: '' },
    ...rangeOf(cells),
    digits: shortFormats(cells),
  };
}

function codesIn(cells: readonly string[]): HeadColumn['codes'] {
  const codes = cells.filter((cell) => CODE.test(cell));
  return { cells: codes.length, first: codes[0] ?? '' };
}

function accountingIn(cells: readonly string[], sign: string): Accounting | null {
  const plain = plainNumbers(sign);
  const isOdd = (cell: string): boolean => {
    const number = plain(cell);
    return number !== cell && isNumber(number) && !isNumber(cell);
  };
  const example = cells.find((cell) => !isDecimal(cell) && isOdd(cell));
  return example === undefined ? null : { example, sign };
}

function commonUnit(cells: readonly string[]): string {
  const unit = UNIT.exec(cells[0] ?? '')?.[2] ?? '';
  return unit !== '' && cells.every((cell) => UNIT.exec(cell)?.[2] === unit) ? unit : '';
}

/** Of five digits and more before a comma: days and seconds that count, which thousands are not written as. */
const LONG_COMMA = /^[0-9]{5,},[0-9]+$/;

function rangeOf(
  cells: readonly string[],
): Pick<HeadColumn, 'plain' | 'low' | 'high' | 'rising' | 'compact' | 'compactMidnight'> {
  const compact = compactFormat(cells[0] ?? '');
  const range = { plain: 0, low: Infinity, high: -Infinity, rising: true, compact, compactMidnight: false };
  let previous = -Infinity;
  for (const cell of cells) {
    const value = Number(LONG_COMMA.test(cell) ? cell.replace(',', '.') : cell);
    if (Number.isNaN(value)) continue;
    range.plain++;
    if (range.compact !== null && compactFormat(cell) !== range.compact) range.compact = null;
    if (range.compact !== null && cell.startsWith('24', DATE_DIGITS)) range.compactMidnight = true;
    range.rising &&= value >= previous;
    range.low = Math.min(range.low, value);
    range.high = Math.max(range.high, value);
    previous = value;
  }
  return range;
}

/** What letters and digits together are, the digits apart: `C536365`, `INV-77`. */
const LETTERED = /^[A-Za-z]{1,4}[-_/]?([0-9]+)$/;
const DIGITS = /^[0-9]+$/;

function letteredCodes(cells: readonly string[]): HeadColumn['lettered'] {
  const lettered = cells.filter((cell) => LETTERED.test(cell));
  const [first = ''] = lettered;
  if (lettered.length === 0) return { cells: 0, first };
  const lengths = new Set(cells.filter((cell) => DIGITS.test(cell)).map(({ length }) => length));
  const alike = lettered.filter((cell) => lengths.has(LETTERED.exec(cell)?.[1]?.length ?? 0));
  return alike.length * 2 >= lettered.length ? { cells: lettered.length, first } : { cells: 0, first };
}

/**
 * The marks of numbers that are set by hand.
 * @param options how the table is to be read
 */
export function marksOf({ decimal, thousands }: ReadOptions): Partial<NumberFormat> {
  return { ...(decimal !== undefined && { decimal }), ...(thousands !== undefined && { thousands }) };
}
