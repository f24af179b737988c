import { largest, smallest } from '../../facts/extremes.ts';
import type { ColumnProfile } from '../../engine/columns/profile.ts';
import type { TypeReason } from '../../facts/statements/column-reasons.ts';
import type { ColumnType } from '../../facts/document/columns.ts';

export interface TypeGuess {
  type: ColumnType;
  reason: TypeReason;
}

const guess = (
  type: ColumnType,
  kind: Exclude<TypeReason['kind'], 'numbers' | 'few-whole-numbers' | 'texts' | 'lag'>,
): TypeGuess => ({
  type,
  reason: { kind, values: {} },
});

/** Both files' samples of a column, seen as one. */
interface Pooled {
  filled: number;
  numbers: number;
  whole: number;
  times: number;
  booleans: number;
  codes: number;
  lettered: number;
  /** The larger of the files' distinct counts. */
  distinct: number;
  /** The smaller of the files' shares of different values among the filled. */
  distinctShare: number;
  min: number;
  max: number;
  meanLength: number;
  meanWords: number;
  tableRows: number;
  storedTimes: boolean;
  storedNumbers: boolean;
  /** A file that declares its types keeps the column as text. */
  declaredText: boolean;
}

/** At least this share of the cells must read as a number (a time) for the column to be one. */
const MOSTLY = 0.8;
/** Whole numbers with at most this many different values are codes or grades, not measurements. */
const FEW_CODES = 5;
/** Below this many values, "all different" says nothing. */
const ENOUGH_ROWS = 50;

const ID_NAME = /(^|[^a-z])(u?id|uuid|guid|key|serial|serial[ _-]?(no|number)|index|row|rownum)$/i;

function pool(profiles: readonly ColumnProfile[]): Pooled {
  const filled = profiles.filter((profile) => profile.filled > 0);
  const sum = (key: 'filled' | 'numbers' | 'whole' | 'times' | 'booleans' | 'codes' | 'lettered'): number =>
    filled.reduce((total, profile) => total + profile[key], 0);
  const maximum = (key: 'distinct' | 'max' | 'meanLength' | 'meanWords' | 'tableRows'): number =>
    largest(
      filled.map((profile) => profile[key]),
      0,
    );
  return {
    filled: sum('filled'),
    numbers: sum('numbers'),
    whole: sum('whole'),
    times: sum('times'),
    booleans: sum('booleans'),
    codes: sum('codes'),
    lettered: sum('lettered'),
    distinct: maximum('distinct'),
    distinctShare: smallest(
      filled.map((profile) => profile.distinct / profile.filled),
      1,
    ),
    min: smallest(filled.map((profile) => profile.min)),
    max: largest(filled.map((profile) => profile.max)),
    meanLength: maximum('meanLength'),
    meanWords: maximum('meanWords'),
    tableRows: maximum('tableRows'),
    storedTimes: filled.every((profile) => profile.storage === 'time'),
    storedNumbers: filled.every((profile) => profile.storage === 'number'),
    declaredText: filled.some((profile) => profile.typed && profile.storage === 'text'),
  };
}

/**
 * Guesses a column's type from the samples of all files that have it, so that it is the same in each.
 * @param name the column's name: a hint where values alone do not tell
 * @param profiles the column's sample in each file that has it
 */
export function inferType(name: string, profiles: readonly ColumnProfile[]): TypeGuess {
  const [lag] = profiles.flatMap((profile) => profile.lag ?? []);
  if (lag !== undefined) return { type: 'numeric', reason: { kind: 'lag', values: lag } };
  const seen = pool(profiles);
  if (seen.filled === 0) return guess('categorical', 'no-values');
  if (seen.storedTimes) return guess('datetime', 'stored-times');
  if (seen.booleans === seen.filled && seen.distinct <= 2) return guess('boolean', 'yes-and-no');
  if (seen.declaredText) return textType(seen);
  if (seen.codes > 0 || isLettered(seen)) return codeType(seen);
  if (seen.numbers >= MOSTLY * seen.filled) return numberType(name, seen);
  if (seen.times >= MOSTLY * seen.filled) return guess('datetime', 'read-as-times');
  return textType(seen);
}

/** Whole numbers, some of which stand behind letters. */
const isLettered = ({ lettered, numbers, whole, filled }: Pooled): boolean =>
  numbers > 0 && whole === numbers && lettered >= 0.5 * (filled - numbers) && lettered > 0;

function codeType(seen: Pooled): TypeGuess {
  return seen.distinctShare > 0.5 && seen.filled >= ENOUGH_ROWS
    ? guess('identifier', 'different-codes')
    : guess('categorical', 'codes');
}

function numberType(name: string, seen: Pooled): TypeGuess {
  const whole = seen.whole === seen.numbers;
  const notNumbers = seen.storedNumbers ? 0 : seen.filled - seen.numbers;
  const guessed = whole ? wholeNumberType(name, seen) : null;
  return guessed ?? { type: 'numeric', reason: { kind: 'numbers', values: { others: notNumbers } } };
}

/** What whole numbers may be instead of measurements. */
function wholeNumberType(name: string, seen: Pooled): TypeGuess | null {
  if (seen.min >= 0 && seen.max <= 1 && seen.distinct <= 2) return guess('boolean', 'zero-and-one');
  if (seen.distinct <= FEW_CODES && seen.filled >= 10 * seen.distinct) {
    return {
      type: 'categorical',
      reason: { kind: 'few-whole-numbers', values: { distinct: seen.distinct } },
    };
  }
  if (seen.distinctShare < 1 || seen.filled < ENOUGH_ROWS) return null;
  if (ID_NAME.test(name)) return guess('identifier', 'named-like-an-id');
  const counted = seen.max - seen.min < 1.05 * seen.tableRows;
  return counted ? guess('identifier', 'counts-the-rows') : null;
}

function textType(seen: Pooled): TypeGuess {
  const manyRows = seen.filled >= ENOUGH_ROWS;
  if (manyRows && seen.distinctShare > 0.95 && seen.meanWords <= 3) {
    return guess('identifier', 'different-short-texts');
  }
  if (seen.meanLength > 60 || (manyRows && seen.distinctShare > 0.5)) {
    return guess('text', 'long-texts');
  }
  return { type: 'categorical', reason: { kind: 'texts', values: { distinct: seen.distinct } } };
}
