import { largest } from '../../../facts/extremes.ts';
import type { ColumnReading } from '../../../facts/settings/read-options.ts';
import type { ClockUnit, EpochUnit, TextJoin } from '../../../facts/statements/reading.ts';
import { isDigit } from '../yes-no.ts';
import type { HeadColumn } from './column-look.ts';
import type { Accounting } from '../numbers/accounting.ts';
import type { NumberFormat } from '../numbers/format.ts';
import type { TimeStep } from '../times/steps.ts';
import { areMixed } from '../times/zones.ts';
import { DATE_NAME, isDated, TIME_NAME } from './time-names.ts';

/** The types that cells are kept in. Whole numbers are kept as doubles: a later `1.5` must not be rounded. */
export type StoredType = 'DOUBLE' | 'TIMESTAMP' | 'BOOLEAN' | 'VARCHAR';

const isText = (asked: ColumnReading): boolean => asked === 'text' || asked === 'folded' || asked === 'without_zeros';

const NUMBERS = new Set<ColumnReading>(['number', 'number_limits', 'duration_hours', 'duration_minutes']);

/** How the cells of a column are read in one file. */
export type Reading =
  | { kind: 'text'; join: TextJoin | null; padded: boolean; formula?: true }
  | { kind: 'boolean' }
  | { kind: 'yes-no' }
  | { kind: 'number'; format: NumberFormat; unit: string; accounting: Accounting | null; limits?: true }
  | {
      kind: 'time';
      formats: string[];
      iso: boolean;
      /** What is done to a cell before its format fits. */
      steps?: readonly TimeStep[];
      /** The latest that years of two digits may be; those beyond are a century earlier. */
      latestYear?: number;
    }
  | { kind: 'epoch'; unit: EpochUnit }
  | {
      kind: 'duration';
      leading: ClockUnit | null;
      /** One of those of which nothing tells what stands before their colon. */
      open?: string;
    }
  | { kind: 'serial' };

export type NumberReading = Extract<Reading, { kind: 'number' }>;

/** A column with some cells that are not numbers is still a column of numbers, up to this share of other cells. */
const OTHER_SHARE = 0.2;
/** Of the cells that are no numbers, at least this share has to be codes for the column to hold codes. */
const OTHERS_ALIKE = 0.5;

/** The kind that a column's cells are of in one file; null without any. */
type Kind = 'codes' | 'durations' | 'booleans' | 'times' | 'numbers' | 'texts';

/** 1990 to 2040, in seconds. */
const EPOCH = [631_152_000, 2_208_988_800] as const;
/** 1980 to 2100, in days since the end of 1899. */
const SERIAL = [29_221, 73_051] as const;
const EPOCH_UNITS = [
  { unit: 's', perSecond: 1 },
  { unit: 'ms', perSecond: 1e3 },
  { unit: 'us', perSecond: 1e6 },
  { unit: 'ns', perSecond: 1e9 },
] as const;
const ENOUGH_CELLS = 20;

const isInRange = ({ low, high }: HeadColumn, [lower, upper]: readonly [number, number], times = 1): boolean =>
  low >= lower * times && high <= upper * times;

const isPlain = ({ filled, plain, unit }: HeadColumn): boolean => filled > 0 && plain === filled && unit === '';

/**
 * Whether plain numbers are moments: dates without separators, time since 1970, or days of a spreadsheet.
 * @param head a column of a file
 */
export function countedTime(head: HeadColumn): Reading | null {
  if (!isPlain(head)) return null;
  if (DATE_NAME.test(head.name) && isInRange(head, SERIAL)) return { kind: 'serial' };
  return compactTime(head) ?? epochTime(head);
}

/** Of other numbers of eight digits one in thirty is a date: twenty that are not all alike, and all dates, say enough. */
function compactTime({ compact, compactMidnight, name, filled, low, high }: HeadColumn): Reading | null {
  const told = TIME_NAME.test(name) || (filled >= ENOUGH_CELLS && low < high);
  if (!told || compact === null) return null;
  return { kind: 'time', formats: [compact], iso: false, ...(compactMidnight && { steps: ['midnight'] }) };
}

/**
 * Whether digits that are kept as numbers or codes may be dates: all of them could be, and the column is called so, or they are many.
 * @param head a column of a file
 */
export const couldBeDates = ({ digits, name, filled, low, high }: HeadColumn): boolean =>
  digits.length > 0 &&
  (isDated(name) ||
    (filled >= ENOUGH_CELLS &&
      (digits.some(isParted) || (low < high && digits.some((format) => format.includes('%d'))))));

const isParted = (format: string): boolean => /[^%A-Za-z]/.test(format);

function epochTime(head: HeadColumn): Reading | null {
  const told = TIME_NAME.test(head.name) || (head.rising && head.filled >= ENOUGH_CELLS);
  const unit = EPOCH_UNITS.find(({ perSecond }) => isInRange(head, EPOCH, perSecond));
  // Identifiers of 16 digits and more count up too.
  const isTold = unit !== undefined && (unit.perSecond > 1000 ? TIME_NAME.test(head.name) : told);
  return isTold ? { kind: 'epoch', unit: unit.unit } : null;
}

/**
 * Whether numbers with other cells among them are codes: whole numbers, some of which stand behind letters.
 * @param head a column of a file
 */
export const isLettered = (head: HeadColumn): boolean =>
  head.lettered.cells > 0 && head.lettered.cells >= OTHERS_ALIKE * (head.filled - largest(head.numbers));

/**
 * Whether nearly all cells of a column are numbers, codes included.
 * @param head a column of a file
 */
export const areNumbers = ({ numbers, filled }: HeadColumn): boolean => largest(numbers) >= (1 - OTHER_SHARE) * filled;

/**
 * Whether nearly all cells of a column are moments, of which it could be said when they are.
 * @param head a column of a file
 */
const areTimes = ({ times, filled }: HeadColumn): boolean =>
  times.times >= (1 - OTHER_SHARE) * filled && !areMixed(times.zones);

function kindOf(head: HeadColumn): Kind {
  if (countedTime(head)?.kind === 'epoch' && TIME_NAME.test(head.name)) return 'times';
  if (head.durations.cells === head.filled) return 'durations';
  if (head.codes.cells > 0 || head.kept !== null || isLettered(head)) return 'codes';
  if (head.booleans === head.filled) return 'booleans';
  if (areTimes(head) || countedTime(head) !== null) return 'times';
  return areNumbers(head) ? 'numbers' : 'texts';
}

/**
 * Whether a column that is kept as text could be one of numbers, with words among them.
 * @param head a column of a file
 */
export const couldBeNumbers = (head: HeadColumn): boolean => head.wordsAmong && kindOf(head) === 'texts';

/**
 * Whether yes and no are spelled in several ways, and not as numbers alone.
 * @param heads the column's head in each file that has it
 */
export function spelledOtherwise(heads: readonly HeadColumn[]): boolean {
  const filled = heads.filter((head) => head.filled > 0);
  const words = new Set(filled.flatMap(({ yesNo }) => yesNo));
  const areWords = filled.length > 0 && filled.every(({ yesNo }) => yesNo.length > 0);
  // Two of them are one spelling; the engine itself reads true and false in any case.
  return areWords && words.size > 2 && ![...words].every(isDigit) && !filled.every(isNativeBoolean);
}

const isNativeBoolean = ({ booleans, filled }: HeadColumn): boolean => booleans === filled;

/**
 * The type to keep a column in, decided once over all files that hold it.
 * @param heads the column's head in each file that has it
 * @param asked how it is to be read, where that is set by hand
 */
export function storedType(heads: readonly HeadColumn[], asked?: ColumnReading): StoredType {
  if (asked !== undefined) return isText(asked) ? 'VARCHAR' : NUMBERS.has(asked) ? 'DOUBLE' : 'TIMESTAMP';
  if (spelledOtherwise(heads)) return 'BOOLEAN';
  const kinds = new Set(heads.filter((head) => head.filled > 0).map(kindOf));
  const [kind] = kinds;
  // Times of day are texts; where some go beyond a day all are spans of time.
  if (kinds.size === 1 && kind === 'durations')
    return heads.some(({ durations }) => durations.long) ? 'DOUBLE' : 'VARCHAR';
  if (kinds.size === 1 && kind !== undefined) {
    return (
      {
        booleans: 'BOOLEAN',
        times: 'TIMESTAMP',
        numbers: 'DOUBLE',
        durations: 'DOUBLE',
        codes: 'VARCHAR',
        texts: 'VARCHAR',
      } as const
    )[kind];
  }
  // Plain numbers in one file, counted seconds in the other: what both surely are.
  const counted = heads.every((head) => head.filled === 0 || kindOf(head) === 'numbers' || countedTime(head) !== null);
  return kinds.size > 0 && counted ? 'DOUBLE' : 'VARCHAR';
}
