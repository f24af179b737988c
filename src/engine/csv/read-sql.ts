import { identifier, literal } from '../database/sql.ts';
import { NO_DELIMITER, type Dialect } from './head/dialect.ts';
import { groupMarks, numberPattern, type NumberFormat } from './numbers.ts';
import { FREQUENT_MISSING_TEXTS, MISSING_TEXTS } from './options.ts';
import { YES_NO } from './yes-no.ts';
import { isLastMidnight, plainTimeSql } from './time-texts.ts';
import type { EpochUnit, Reading, TextJoin } from './head/stored-type.ts';
import type { TargetColumn } from './head/target-column.ts';

/** How the text of a slice stands. */
export interface TextForm {
  dialect: Dialect;
  /** Texts that stand for "no value". */
  missing: readonly string[] | undefined;
  columns: readonly TargetColumn[];
  leaveOutEmpty: boolean;
  surplus: number;
}

const column = (i: number): string => identifier(`c${String(i)}`);
const texts = (missing: TextForm['missing']): string =>
  [...new Set(['', ...(missing ?? MISSING_TEXTS)])].map(literal).join(',');

/** The decimal mark that the engine reads by itself: that of most columns of plain numbers. */
function nativeDecimal(columns: readonly TargetColumn[]): '.' | ',' {
  const plain = columns.flatMap(({ reading }) => (isPlain(reading) ? [reading.format.decimal] : []));
  return plain.filter((mark) => mark === ',').length * 2 > plain.length ? ',' : '.';
}

const isPlain = (reading: Reading): reading is Extract<Reading, { kind: 'number' }> =>
  reading.kind === 'number' && reading.format.thousands === '' && reading.unit === '';

/** Whether `read_csv` itself reads the cells as they are to be stored. */
function isNative({ reading }: TargetColumn, decimal: '.' | ','): boolean {
  if (reading.kind === 'number') return isPlain(reading) && reading.format.decimal === decimal;
  return reading.kind === 'text' || reading.kind === 'boolean' || (reading.kind === 'time' && isPlainIso(reading));
}

const isPlainIso = ({ formats, steps = [] }: TimeReading): boolean => formats.length === 0 && steps.length === 0;

/** Times are read with their offsets, and kept in UTC: a plain timestamp would drop what follows the seconds. */
const readType = ({ reading, type }: TargetColumn): string => (reading.kind === 'time' ? 'TIMESTAMPTZ' : type);

function readCsv(file: string, types: readonly string[], options: readonly string[]): string {
  const columns = types.map((type, i) => `${literal(`c${String(i)}`)}: ${literal(type)}`).join(', ');
  const common = ['auto_detect=false', 'header=false', `columns={${columns}}`, 'max_line_size=16777216'];
  return `read_csv(${[literal(file), ...common, ...options].join(', ')})`;
}

/**
 * Reads a slice at full speed; fails when any cell does not fit its column.
 * @param file registered name of the slice
 * @param form how the slice is written and what to store
 */
export function strictSelect(file: string, form: TextForm): string {
  const { dialect, missing, columns } = form;
  const decimal = nativeDecimal(columns);
  const types = columns.map((target) => (isNative(target, decimal) ? readType(target) : 'VARCHAR'));
  const surplus = Array.from({ length: form.surplus }, () => 'VARCHAR');
  const cells = columns.map((target, i) => {
    const c = column(i);
    if (target.reading.kind === 'text') return cell(target, missing === undefined ? orRare(c) : orBlank(c));
    if (isNative(target, decimal)) return target.reading.kind === 'time' ? `${c}::${target.type}` : c;
    // A cell that cannot be read must fail, so that the slice is read again cell by cell.
    const failing = `(${literal('unreadable: ')} || ${c})::${target.type}`;
    return `CASE WHEN ${c} IS NULL THEN NULL ELSE coalesce(${cell(target, c)}, ${failing}) END`;
  });
  const source = readCsv(
    file,
    [...types, ...surplus],
    [
      `delim=${literal(dialect.delimiter || NO_DELIMITER)}`,
      `quote='"'`,
      `escape='"'`,
      // Each is looked for in every cell. A number that is another one fails, and the slice is read again.
      `nullstr=[${texts(missing ?? expected(columns))}]`,
      ...(decimal === ',' ? [`decimal_separator=','`] : []),
      ...(dialect.newline === '\r' ? [String.raw`new_line='\r'`] : []),
      ...(dialect.comment === null ? [] : [`comment=${literal(dialect.comment)}`]),
    ],
  );
  return `SELECT ${cells.join(', ')} FROM ${source}${filter(form)}`;
}

/** Rows that hold nothing are left out; one that holds something behind the last column must fail. */
function filter({ columns, leaveOutEmpty, surplus }: TextForm): string {
  const filled = columns.map((_, i) => `${column(i)} IS NOT NULL`).join(' OR ');
  const behind = Array.from({ length: surplus }, (_, i) => column(columns.length + i));
  const none = behind.map(
    (c) => `CASE WHEN trim(coalesce(${c}, '')) = '' THEN true ELSE error('Invalid Input Error: surplus') END`,
  );
  const tests = [...none, ...(leaveOutEmpty ? [`(${filled})`] : [])];
  return tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
}

/**
 * Counts the rows of a slice, those that hold nothing included.
 * @param file registered name of the slice
 * @param form how the slice is written and what to store
 */
export const rowCount = (file: string, form: TextForm): string =>
  `SELECT count(*)::DOUBLE AS n FROM (${strictSelect(file, { ...form, leaveOutEmpty: false, columns: form.columns.map(asText) })})`;

const asText = (target: TargetColumn): TargetColumn => ({
  ...target,
  type: 'VARCHAR',
  reading: { kind: 'text', join: null, padded: false },
});

/** Missing texts that stand in the heads, and those that may well come later. */
const expected = (columns: readonly TargetColumn[]): string[] => [
  ...FREQUENT_MISSING_TEXTS,
  ...columns.flatMap(({ missing }) => missing),
];

const isBlank = (c: string): string => `${c} < '!' AND trim(${c}) = ''`;

/** Blanks alone are no value; a comparison tells nearly all other texts. */
const orBlank = (c: string): string => `CASE WHEN ${isBlank(c)} THEN NULL ELSE ${c} END`;

/** Nor are missing texts that were not looked for in every cell. */
const RARE = MISSING_TEXTS.filter((text) => !FREQUENT_MISSING_TEXTS.includes(text));
const orRare = (c: string): string =>
  `CASE WHEN (${isBlank(c)}) OR ${c} IN (${RARE.map(literal).join(', ')}) THEN NULL ELSE ${c} END`;

/**
 * Reads a repaired slice as texts, in columns c0, c1, …
 * @param file registered name of the slice
 * @param form what is to be stored; cells without a value are NULL
 */
export function textSelect(file: string, { missing, columns }: TextForm): string {
  const known = texts(missing);
  const cells = columns.map((target, i) => {
    const c = column(i);
    if (target.reading.kind === 'text') return `${orBlank(c)} AS ${c}`;
    return `CASE WHEN trim(${c}) IN (${known}) THEN NULL ELSE ${c} END AS ${c}`;
  });
  const types = [...columns.map(() => 'VARCHAR'), 'VARCHAR'];
  const source = readCsv(file, types, [
    `delim=','`,
    `quote='"'`,
    `escape='"'`,
    'parallel=false',
    `nullstr=[${texts(missing)}]`,
  ]);
  return `SELECT ${cells.join(', ')} FROM ${source}`;
}

const unsigned = (unit: string, c: string): string =>
  unit === ''
    ? `trim(${c})`
    : `CASE WHEN suffix(trim(${c}), ${literal(unit)}) THEN trim(left(trim(${c}), -${String([...unit].length)})) END`;

function number(format: NumberFormat, text: string): string {
  const marks = groupMarks(format);
  const bare = marks === '' ? text : `translate(${text}, ${literal(marks)}, '')`;
  const plain = format.decimal === ',' ? `replace(${bare}, ',', '.')` : bare;
  return `CASE WHEN regexp_full_match(${text}, ${literal(numberPattern(format))}) THEN TRY_CAST(${plain} AS DOUBLE)
    WHEN regexp_full_match(lower(${text}), '[+-]?(nan|inf|infinity)') THEN TRY_CAST(${text} AS DOUBLE) END`;
}

/** Texts without what spellings of one category may differ in, and codes without leading zeros. */
const JOINS: Readonly<Record<TextJoin, (c: string) => string>> = {
  folded: (c) => String.raw`regexp_replace(trim(replace(lower(strip_accents(${c})), 'ß', 'ss')), '\s+', ' ', 'g')`,
  without_zeros: (c) =>
    `CASE WHEN regexp_full_match(${c}, '0+[0-9]+') THEN coalesce(nullif(ltrim(${c}, '0'), ''), '0') ELSE ${c} END`,
};

const joinedText = (c: string, join: TextJoin | null): string => (join === null ? c : JOINS[join](c));

function yesNo(c: string): string {
  const word = `lower(trim(${c}))`;
  const [yes, no] = [YES_NO.yes, YES_NO.no].map((words) => `${word} IN (${words.map(literal).join(', ')})`);
  return `CASE WHEN ${String(yes)} THEN true WHEN ${String(no)} THEN false END`;
}

type TimeReading = Extract<Reading, { kind: 'time' }>;

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
  return steps.includes('midnight') ? `${moment} + to_days(CASE WHEN ${isLastMidnight(c)} THEN 1 ELSE 0 END)` : moment;
}

const parsed = (c: string, formats: readonly string[], type: string): string =>
  `try_strptime(${c}, [${formats.map(literal).join(', ')}])::${type}`;

/** Years of two digits that would lie beyond the latest one, a century earlier. */
function inCentury(moment: string, latestYear: number | undefined): string {
  if (latestYear === undefined) return moment;
  const next = `make_timestamp(${String(latestYear + 1)}, 1, 1, 0, 0, 0)`;
  return `CASE WHEN ${moment} >= ${next} THEN ${moment} - to_years(100) ELSE ${moment} END`;
}

/** Hours, minutes and seconds as seconds. */
function seconds(c: string): string {
  const part = (i: number): string => `split_part(ltrim(trim(${c}), '-'), ':', ${String(i)})`;
  const sum = `TRY_CAST(${part(1)} AS DOUBLE) * 3600 + TRY_CAST(${part(2)} AS DOUBLE) * 60 + coalesce(TRY_CAST(replace(nullif(${part(3)}, ''), ',', '.') AS DOUBLE), 0)`;
  return `CASE WHEN regexp_full_match(trim(${c}), '-?[0-9]+:[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?') THEN (${sum}) * CASE WHEN prefix(trim(${c}), '-') THEN -1 ELSE 1 END END`;
}

function epoch(unit: EpochUnit, c: string): string {
  if (unit === 'us') return `make_timestamp(TRY_CAST(${c} AS BIGINT))`;
  if (unit === 'ns') return `make_timestamp(TRY_CAST(${c} AS BIGINT) // 1000)`;
  return `make_timestamp(TRY_CAST(round(TRY_CAST(${c} AS DOUBLE) * ${unit === 's' ? '1000000' : '1000'}) AS BIGINT))`;
}

/** A text read as its column is, or NULL where it cannot be. */
function cell({ reading, type }: Pick<TargetColumn, 'reading' | 'type'>, c: string): string {
  switch (reading.kind) {
    case 'text':
      return joinedText(reading.padded ? `trim(${c})` : c, reading.join);
    case 'boolean':
      return `TRY_CAST(${c} AS ${type})`;
    case 'yes-no':
      return yesNo(c);
    case 'number':
      return isPlain(reading) && reading.format.decimal === '.'
        ? `TRY_CAST(${c} AS DOUBLE)`
        : number(reading.format, unsigned(reading.unit, c));
    case 'time':
      return time(reading, type, c);
    case 'epoch':
      return epoch(reading.unit, c);
    case 'duration':
      return seconds(c);
    case 'serial':
      // Days since 1899-12-30, as spreadsheets count them from March 1900 on; kept to the millisecond.
      return `make_timestamp(TRY_CAST(round((TRY_CAST(${c} AS DOUBLE) - 25569) * 86400000) * 1000 AS BIGINT))`;
  }
}

/**
 * Reads texts cell by cell: what does not fit its column becomes missing.
 * @param columns what to store
 */
export const lenientCells = (columns: readonly TargetColumn[]): string =>
  columns.map((target, i) => cell(target, column(i))).join(', ');

const isLost = (target: TargetColumn, i: number): string =>
  `${column(i)} IS NOT NULL AND ${cell(target, column(i))} IS NULL`;

/**
 * Counts, per column (n0, n1, …), the cells that `lenientCells` makes missing, and (o0, o1, …) those that its other reading would.
 * @param columns what to store
 */
export function coercionCounts(columns: readonly TargetColumn[]): string {
  const counts = columns.flatMap((target, i) => {
    const { alternative } = target;
    const count = (name: string, test: string): string => `(count(*) FILTER (${test}))::DOUBLE AS ${name}${String(i)}`;
    return [
      count('n', isLost(target, i)),
      ...(alternative === null ? [] : [count('o', isLost({ ...target, reading: alternative }, i))]),
    ];
  });
  return counts.join(', ');
}

/**
 * The first cells of a column that `lenientCells` makes missing, with their row (from 0).
 * @param table of texts, as `textSelect` gives them
 * @param target the column
 * @param i its place
 */
export const lostCells = (table: string, target: TargetColumn, i: number): string =>
  `SELECT rowid::DOUBLE AS at, ${column(i)} AS value FROM ${table} WHERE ${isLost(target, i)} ORDER BY rowid LIMIT 20`;

/**
 * Days and months of a column exchanged: dates that were read in the one order, read in the other.
 * @param i the column's place
 */
export function exchanged(i: number): string {
  const c = column(i);
  return `${c} + to_days((make_date(year(${c}), day(${c}), month(${c})) - ${c}::DATE)::INTEGER)`;
}
