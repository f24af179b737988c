import { durationSql } from '../numbers/durations.ts';
import { literal } from '../../database/sql.ts';
import { plainNumberSql } from '../numbers/accounting.ts';
import { groupMarks, numberPattern, type NumberFormat } from '../numbers/format.ts';
import { YES_NO } from '../yes-no.ts';
import { isLastMidnight, plainTimeSql } from '../times/plain.ts';
import { joinedText } from './joined-text.ts';
import type { EpochUnit } from '../../../facts/statements/reading.ts';
import type { NumberReading, Reading } from '../head/stored-type.ts';
import type { TargetColumn } from '../head/target-column.ts';

/**
 * Numbers of digits alone: without marks between groups, unit, currency or brackets.
 * @param reading any
 */
export const isPlain = (reading: Reading): reading is NumberReading =>
  reading.kind === 'number' &&
  reading.format.thousands === '' &&
  reading.unit === '' &&
  reading.accounting === null &&
  reading.limits !== true;

const unsigned = (unit: string, c: string): string =>
  unit === ''
    ? `trim(${c})`
    : `CASE WHEN suffix(trim(${c}), ${literal(unit)}) THEN trim(left(trim(${c}), -${String([...unit].length)})) END`;

/** What stands before a limit of detection: `<0.05`, `≥ 3`. */
const unlimited = (c: string): string => String.raw`regexp_replace(${c}, '^\s*[<>≤≥]=?\s*', '')`;

function number({ format, unit, accounting, limits }: NumberReading, c: string): string {
  const text = unsigned(unit, limits === true ? unlimited(c) : c);
  const usual = digits(format, text);
  if (accounting === null) return usual;
  const plain = digits(format, plainNumberSql(text, accounting.sign));
  return accounting.sign === '%' ? plain : `coalesce(${usual}, ${plain})`;
}

function digits(format: NumberFormat, text: string): string {
  const marks = groupMarks(format);
  const bare = marks === '' ? text : `translate(${text}, ${literal(marks)}, '')`;
  const plain = format.decimal === ',' ? `replace(${bare}, ',', '.')` : bare;
  return `CASE WHEN regexp_full_match(${text}, ${literal(numberPattern(format))}) THEN TRY_CAST(${plain} AS DOUBLE)
    WHEN regexp_full_match(lower(${text}), '[+-]?(nan|inf|infinity)') THEN TRY_CAST(${text} AS DOUBLE) END`;
}

function yesNo(c: string): string {
  const word = `lower(trim(${c}))`;
  const [yes, no] = [YES_NO.yes, YES_NO.no].map((words) => `${word} IN (${words.map(literal).join(', ')})`);
  return `CASE WHEN ${String(yes)} THEN true WHEN ${String(no)} THEN false END`;
}

export type TimeReading = Extract<Reading, { kind: 'time' }>;

function time(reading: TimeReading, type: string, c: string): string {
  const { steps = [], formats, iso } = reading;
  if (formats.length === 0 && steps.length === 0) return `TRY_CAST(${c} AS TIMESTAMPTZ)::${type}`;
  const plain = plainTimeSql(c, steps);
  const short = formats.filter((format) => format.includes('%y'));
  const long = formats.filter((format) => !format.includes('%y'));
  const read = [
    ...(long.length > 0 ? [parsed(plain, long, type)] : []),
    ...(short.length > 0 ? [inCentury(parsed(plain, short, type), reading.latestYear)] : []),
    ...(iso ? [`TRY_CAST(${plain} AS TIMESTAMPTZ)::${type}`] : []),
  ];
  const moment = read.length === 1 ? String(read[0]) : `coalesce(${read.join(', ')})`;
  return steps.includes('midnight')
    ? `${moment} + to_days(CASE WHEN ${isLastMidnight(c, steps)} THEN 1 ELSE 0 END)`
    : moment;
}

const parsed = (c: string, formats: readonly string[], type: string): string =>
  `try_strptime(${c}, [${formats.map(literal).join(', ')}])::${type}`;

/** Years of two digits in the hundred years up to the latest one. */
function inCentury(moment: string, latestYear: number | undefined): string {
  if (latestYear === undefined) return moment;
  const start = (year: number): string => `make_timestamp(${String(year)}, 1, 1, 0, 0, 0)`;
  const isOutside = `${moment} >= ${start(latestYear + 1)} OR ${moment} < ${start(latestYear - 99)}`;
  const centuries = `100 * ceil((year(${moment}) - ${String(latestYear)}) / 100.0)::INTEGER`;
  return `CASE WHEN ${isOutside} THEN ${moment} - to_years(${centuries}) ELSE ${moment} END`;
}

function epoch(unit: EpochUnit, c: string): string {
  if (unit === 'us') return `make_timestamp(TRY_CAST(${c} AS BIGINT))`;
  if (unit === 'ns') return `make_timestamp(TRY_CAST(${c} AS BIGINT) // 1000)`;
  return `make_timestamp(TRY_CAST(round(TRY_CAST(replace(${c}, ',', '.') AS DOUBLE) * ${unit === 's' ? '1000000' : '1000'}) AS BIGINT))`;
}

/** Texts without the blanks, or the formula, that all of them have around them. */
function plainText({ padded, formula }: Extract<Reading, { kind: 'text' }>, c: string): string {
  const text = padded || formula === true ? `trim(${c})` : c;
  return formula === true ? String.raw`regexp_replace(${text}, '^="([^"]*)"$', '\1')` : text;
}

/**
 * SQL for a text read as its column is, or NULL where it cannot be.
 * @param target the column
 * @param c the text, as SQL
 */
export function cell(target: Pick<TargetColumn, 'reading' | 'type'>, c: string): string {
  const { reading, type } = target;
  switch (reading.kind) {
    case 'text':
      return joinedText(plainText(reading, c), reading.join);
    case 'boolean':
      return `TRY_CAST(${c} AS ${type})`;
    case 'yes-no':
      return yesNo(c);
    case 'number':
      return isPlain(reading) && reading.format.decimal === '.' ? `TRY_CAST(${c} AS DOUBLE)` : number(reading, c);
    case 'time':
      return time(reading, type, c);
    case 'epoch':
      return epoch(reading.unit, c);
    case 'duration':
      return durationSql(c, reading.leading);
    case 'serial':
      // Days since 1899-12-30, as spreadsheets count them from March 1900 on; kept to the millisecond.
      return `make_timestamp(TRY_CAST(round((TRY_CAST(replace(${c}, ',', '.') AS DOUBLE) - 25569) * 86400000) * 1000 AS BIGINT))`;
  }
}
