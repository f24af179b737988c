import type { ColumnReading } from '../../../facts/settings/read-options.ts';
import { MISSING_TEXTS, type ReadOptions } from '../options.ts';
import {
  chooseFormat,
  countNumbers,
  isAmbiguous,
  isDecimal,
  onlyFormats,
  type NumberCounts,
  type NumberFormat,
} from '../numbers.ts';
import type { DateOrder } from '../../../facts/statements/reading.ts';
import { compactFormat, countTimes, formatsOf, hasOpenDates, ISO_FORMAT, type TimeCounts } from '../times.ts';

/** The types that cells are kept in. Whole numbers are kept as doubles: a later `1.5` must not be rounded. */
export type StoredType = 'DOUBLE' | 'TIMESTAMP' | 'BOOLEAN' | 'VARCHAR';

/** What the head of a file shows of a column. Cells are counted without blanks around them. */
export interface HeadColumn {
  name: string;
  filled: number;
  numbers: NumberCounts;
  /** What stands behind every number, alike in all cells: `%`, `°C`. Empty for none. */
  unit: string;
  times: TimeCounts;
  /** Cells that are `true` or `false`. */
  booleans: number;
  /** Cells written as codes: leading zeros, or 16 digits and more, which a double cannot hold. */
  codes: number;
  /** Cells that are plain numbers with a decimal point or none; their range, and whether each is at least the one before. */
  plain: number;
  low: number;
  high: number;
  rising: boolean;
  /** The format of all of them where each is a date without separators. */
  compact: string | null;
}

/** How the cells of a column are read in one file. */
export type Reading =
  | { kind: 'text' }
  | { kind: 'boolean' }
  | { kind: 'number'; format: NumberFormat; unit: string }
  | { kind: 'time'; formats: string[]; iso: boolean }
  | { kind: 'epoch'; unit: 's' | 'ms' }
  | { kind: 'serial' };

/** A column as it will be stored. */
export interface TargetColumn {
  name: string;
  type: StoredType;
  reading: Reading;
  /** Dates whose order of day and month nothing in the heads tells: the same dates read month first (or day first). */
  alternative: Reading | null;
  /** Numbers that another decimal mark would read as well, with other values. */
  ambiguous: boolean;
}

/** A column with some cells that are not numbers is still a column of numbers, up to this share of other cells. */
const OTHER_SHARE = 0.2;
const CODE = /^[+-]?(?:0[0-9]|[0-9]{16})[0-9]*$/;
const BOOLEAN = /^(?:true|false)$/i;
const UNIT = /^([^A-Za-z]*?[0-9])\s*([^\d\s.,'+-][^\d]{0,7})$/u;

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
  const missing = new Set(options.missing ?? MISSING_TEXTS);
  return names.map((name, i) => {
    const trimmed = rows.map((row) => (row[i] ?? '').trim());
    const cells = trimmed.filter((cell) => cell !== '' && !missing.has(cell));
    return lookAtColumn(name, cells, marksOf(options));
  });
}

function lookAtColumn(name: string, cells: readonly string[], marks: Partial<NumberFormat>): HeadColumn {
  const unit = commonUnit(cells);
  const bare = unit === '' ? cells : cells.map((cell) => cell.slice(0, cell.length - unit.length).trim());
  const nonDecimal = cells.filter((cell) => !isDecimal(cell));
  return {
    name,
    unit,
    filled: cells.length,
    numbers: onlyFormats(countNumbers(bare), marks),
    times: countTimes(nonDecimal),
    booleans: nonDecimal.filter((cell) => BOOLEAN.test(cell)).length,
    codes: nonDecimal.filter((cell) => CODE.test(cell)).length,
    ...rangeOf(cells),
  };
}

function commonUnit(cells: readonly string[]): string {
  const unit = UNIT.exec(cells[0] ?? '')?.[2] ?? '';
  return unit !== '' && cells.every((cell) => UNIT.exec(cell)?.[2] === unit) ? unit : '';
}

function rangeOf(cells: readonly string[]): Pick<HeadColumn, 'plain' | 'low' | 'high' | 'rising' | 'compact'> {
  const range = { plain: 0, low: Infinity, high: -Infinity, rising: true, compact: compactFormat(cells[0] ?? '') };
  let previous = -Infinity;
  for (const cell of cells) {
    const value = Number(cell);
    if (Number.isNaN(value)) continue;
    range.plain++;
    if (range.compact !== null && compactFormat(cell) !== range.compact) range.compact = null;
    range.rising &&= value >= previous;
    range.low = Math.min(range.low, value);
    range.high = Math.max(range.high, value);
    previous = value;
  }
  return range;
}

/** The kind that a column's cells are of in one file; null without any. */
type Kind = 'codes' | 'booleans' | 'times' | 'numbers' | 'texts';

const TIME_NAME =
  /(?:^|[^a-z])(?:date|time|timestamp|epoch|ts|unix|datum|zeit|stamp|created|updated)(?:[^a-z]|$)|time$/i;
const DATE_NAME = /(?:^|[^a-z])(?:date|datum|timestamp|date[ _-]?time|excel)(?:[^a-z]|$)/i;
/** 1990 to 2040, in seconds. */
const EPOCH = [631_152_000, 2_208_988_800] as const;
/** 1980 to 2100, in days since the end of 1899. */
const SERIAL = [29_221, 73_051] as const;
const ENOUGH_CELLS = 20;

const isInRange = ({ low, high }: HeadColumn, [lower, upper]: readonly [number, number], times = 1): boolean =>
  low >= lower * times && high <= upper * times;

const isPlain = ({ filled, plain, unit }: HeadColumn): boolean => filled > 0 && plain === filled && unit === '';

/** Whether plain numbers are moments: dates without separators, time since 1970, or days of a spreadsheet. */
function countedTime(head: HeadColumn): Reading | null {
  if (!isPlain(head)) return null;
  if (DATE_NAME.test(head.name) && isInRange(head, SERIAL)) return { kind: 'serial' };
  return compactTime(head) ?? epochTime(head);
}

/** Of other numbers of eight digits one in thirty is a date: twenty that are not all alike, and all dates, say enough. */
function compactTime({ compact, name, filled, low, high }: HeadColumn): Reading | null {
  const told = TIME_NAME.test(name) || (filled >= ENOUGH_CELLS && low < high);
  return told && compact !== null ? { kind: 'time', formats: [compact], iso: false } : null;
}

function epochTime(head: HeadColumn): Reading | null {
  const told = TIME_NAME.test(head.name) || (head.rising && head.filled >= ENOUGH_CELLS);
  const unit = isInRange(head, EPOCH) ? 's' : isInRange(head, EPOCH, 1000) ? 'ms' : null;
  return told && unit !== null ? { kind: 'epoch', unit } : null;
}

function kindOf(head: HeadColumn): Kind {
  const minimum = (1 - OTHER_SHARE) * head.filled;
  if (head.codes > 0) return 'codes';
  if (head.booleans === head.filled) return 'booleans';
  if (head.times.times >= minimum || countedTime(head) !== null) return 'times';
  return Math.max(...head.numbers) >= minimum ? 'numbers' : 'texts';
}

/**
 * The type to keep a column in, decided once over all files that hold it.
 * @param heads the column's head in each file that has it
 * @param asked how it is to be read, where that is set by hand
 */
export function storedType(heads: readonly HeadColumn[], asked?: ColumnReading): StoredType {
  if (asked !== undefined) return asked === 'text' ? 'VARCHAR' : asked === 'number' ? 'DOUBLE' : 'TIMESTAMP';
  const kinds = new Set(heads.filter((head) => head.filled > 0).map(kindOf));
  const [kind] = kinds;
  if (kinds.size === 1 && kind !== undefined) {
    return (
      { booleans: 'BOOLEAN', times: 'TIMESTAMP', numbers: 'DOUBLE', codes: 'VARCHAR', texts: 'VARCHAR' } as const
    )[kind];
  }
  // Plain numbers in one file, counted seconds in the other: what both surely are.
  const counted = heads.every((head) => head.filled === 0 || kindOf(head) === 'numbers' || countedTime(head) !== null);
  return kinds.size > 0 && counted ? 'DOUBLE' : 'VARCHAR';
}

/** What a file's columns together tell of how it is written. */
export interface FileHabits {
  decimal: '.' | ',';
  /** Whether something says so: where not, numbers like `1.234` are open. */
  proven: boolean;
  options: ReadOptions;
}

/**
 * How a column is read in one file.
 * @param head the column there
 * @param everywhere the column in all files that have it
 * @param habits decimal mark of the file, and what is set by hand
 */
export function targetColumn(
  head: HeadColumn,
  everywhere: readonly HeadColumn[],
  { decimal, proven, options }: FileHabits,
): TargetColumn {
  const asked = options.columns?.get(head.name);
  const type = storedType(everywhere, asked);
  const column = { name: head.name, type, alternative: null, ambiguous: false };
  if (asked?.includes('%') === true) return { ...column, reading: { kind: 'time', formats: [asked], iso: false } };
  if (asked === 'excel_date') return { ...column, reading: { kind: 'serial' } };
  if (asked === 'epoch_s' || asked === 'epoch_ms') {
    return { ...column, reading: { kind: 'epoch', unit: asked === 'epoch_s' ? 's' : 'ms' } };
  }
  if (type === 'TIMESTAMP') return { ...column, ...timeReading(head, everywhere, options.dateOrder) };
  if (type === 'DOUBLE') {
    const { format } = chooseFormat(head.numbers, { decimal, marks: marksOf(options) });
    const ambiguous = !proven && isAmbiguous(head.numbers);
    return { ...column, reading: { kind: 'number', format, unit: head.unit }, ambiguous };
  }
  return { ...column, reading: { kind: type === 'BOOLEAN' ? 'boolean' : 'text' } };
}

/**
 * The marks of numbers that are set by hand.
 * @param options how the table is to be read
 */
export function marksOf({ decimal, thousands }: ReadOptions): Partial<NumberFormat> {
  return { ...(decimal !== undefined && { decimal }), ...(thousands !== undefined && { thousands }) };
}

function timeReading(
  head: HeadColumn,
  everywhere: readonly HeadColumn[],
  asked: DateOrder | undefined,
): Pick<TargetColumn, 'reading' | 'alternative'> {
  const counted = countedTime(head);
  if (counted !== null) return { reading: counted, alternative: null };
  const { shapes } = head.times;
  const read = (order: DateOrder): Reading => ({
    kind: 'time',
    formats: formatsOf(shapes, order),
    iso: shapes.has(ISO_FORMAT) || shapes.size === 0,
  });
  const told = asked ?? orderOf([head.times]) ?? orderOf(everywhere.map(({ times }) => times));
  if (told !== null || !hasOpenDates(shapes)) return { reading: read(told ?? 'day'), alternative: null };
  return { reading: read('day'), alternative: read('month') };
}

/** The order that the dates which only one order can read are in; null where there are none, or as many of either. */
function orderOf(times: readonly TimeCounts[]): 'day' | 'month' | null {
  const surplus = times.reduce((sum, { dayFirst, monthFirst }) => sum + dayFirst - monthFirst, 0);
  return surplus === 0 ? null : surplus > 0 ? 'day' : 'month';
}
