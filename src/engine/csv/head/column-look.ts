import { countTimes, type TimeCounts } from '../times/counts.ts';
import { shortFormats } from '../times/digits.ts';
import { durationsIn, type Durations } from '../numbers/durations.ts';
import { keptText, sameNumber, unlikeNumbers, type KeptText, type UnlikeNumbers } from './kept-texts.ts';
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
import { codesIn, formulasIn, letteredCodes, type SomeCells } from './column-codes.ts';
import { filledCells, isPadded } from './column-cells.ts';
import { rangeOf, type PlainRange } from './column-range.ts';
import { MISSING_TEXTS, type ReadOptions } from '../options.ts';
import { yesNoWords } from '../yes-no.ts';
import { isDated } from './time-names.ts';

/** What the head of a file shows of a column. Cells are counted without blanks around them. */
export interface HeadColumn extends PlainRange {
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
  lettered: SomeCells;
  codes: SomeCells;
  /** Cells written as a formula around a text (`="007"`). */
  formulas: SomeCells;
  /** Why cells that could be numbers are kept as text. */
  kept: KeptText | null;
  /** Why numbers are kept as text that no one notation reads. */
  unlike: UnlikeNumbers | null;
  /** A number in other digits than another cell of the same value; empty for none. */
  sameNumber: string;
  /** Formats in which all cells would be dates of few digits or parts (`260131`, `2024-01`), which they are not taken for. */
  digits: readonly string[];
}

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
    unlike: isPlain ? null : unlikeNumbers(cells),
    lettered: nonDecimal.length === cells.length ? letteredCodes(cells) : { cells: 0, first: '' },
    ...rangeOf(cells),
    digits: shortFormats(cells),
    formulas: formulasIn(nonDecimal),
  };
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

/**
 * The marks of numbers that are set by hand.
 * @param options how the table is to be read
 */
export function marksOf({ decimal, thousands }: ReadOptions): Partial<NumberFormat> {
  return { ...(decimal !== undefined && { decimal }), ...(thousands !== undefined && { thousands }) };
}
