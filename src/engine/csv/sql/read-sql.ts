import { identifier, literal } from '../../database/sql.ts';
import { isValue } from '../frame/body.ts';
import type { Dialect } from '../head/dialect.ts';
import { NO_DELIMITER } from '../head/field-form.ts';
import { MISSING_TEXTS } from '../options.ts';
import { cell, isPlain, type TimeReading } from './cell-sql.ts';
import type { TargetColumn } from '../head/target-column.ts';
import { strictMissing } from './missing-sql.ts';

/** How the text of a slice stands. */
export interface TextForm {
  dialect: Dialect;
  /** Texts that stand for "no value". */
  missing: readonly string[] | undefined;
  columns: readonly TargetColumn[];
  leaveOutEmpty: boolean;
  /** Lines of the head that must fail where they stand among the rows. */
  repeatable: readonly string[][];
  surplus: number;
}

const column = (i: number): string => identifier(`c${String(i)}`);

/** The decimal mark that the engine reads by itself: that of most columns of plain numbers. */
function nativeDecimal(columns: readonly TargetColumn[]): '.' | ',' {
  const plain = columns.flatMap(({ reading }) => (isPlain(reading) ? [reading.format.decimal] : []));
  return plain.filter((mark) => mark === ',').length * 2 > plain.length ? ',' : '.';
}

/** Whether `read_csv` itself reads the cells as they are to be stored. */
function isNative({ reading }: TargetColumn, decimal: '.' | ','): boolean {
  if (reading.kind === 'number') return isPlain(reading) && reading.format.decimal === decimal;
  return reading.kind === 'text' || reading.kind === 'boolean' || (reading.kind === 'time' && isPlainIso(reading));
}

export const isPlainIso = ({ formats, steps = [] }: TimeReading): boolean => formats.length === 0 && steps.length === 0;

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
  const { columns } = form;
  const decimal = nativeDecimal(columns);
  const gaps = strictMissing(form);
  const native = columns.map((target) => isNative(target, decimal) && gaps.isNative(target));
  const types = columns.map((target, i) => (native[i] === true ? readType(target) : 'VARCHAR'));
  const cells = columns.map((target, i) => {
    const c = column(i);
    if (target.reading.kind === 'text') return cell(target, gaps.ofText(target, c));
    if (native[i] === true) return target.reading.kind === 'time' ? `${c}::${target.type}` : c;
    // A cell that cannot be read must fail, so that the slice is read again cell by cell.
    const failing = `(${literal('unreadable: ')} || ${c})::${target.type}`;
    return `CASE WHEN ${gaps.ofOther(target, c)} THEN NULL ELSE coalesce(${cell(target, c)}, ${failing}) END`;
  });
  return `SELECT ${cells.join(', ')} FROM ${strictSource(file, form, { types, everywhere: gaps.everywhere })}${filter(form)}`;
}

/** The cells of a slice as it is written, in columns of these types; some texts are missing in all of them. */
function strictSource(
  file: string,
  { dialect, columns, surplus }: TextForm,
  { types, everywhere }: { types: readonly string[]; everywhere: string },
): string {
  return readCsv(
    file,
    [...types, ...Array.from({ length: surplus }, () => 'VARCHAR')],
    [
      `delim=${literal(dialect.delimiter || NO_DELIMITER)}`,
      `quote='"'`,
      `escape='"'`,
      `nullstr=${everywhere}`,
      ...(nativeDecimal(columns) === ',' ? [`decimal_separator=','`] : []),
      ...(dialect.newline === '\r' ? [String.raw`new_line='\r'`] : []),
      ...(dialect.comment === null ? [] : [`comment=${literal(dialect.comment)}`]),
    ],
  );
}

/** Rows that hold nothing are left out; one that holds something behind the last column must fail. */
function filter({ columns, leaveOutEmpty, repeatable, surplus }: TextForm): string {
  const filled = columns.map((_, i) => `${column(i)} IS NOT NULL`).join(' OR ');
  const behind = Array.from({ length: surplus }, (_, i) => column(columns.length + i));
  const none = behind.map(
    (c) => `CASE WHEN trim(coalesce(${c}, '')) = '' THEN true ELSE error('Invalid Input Error: surplus') END`,
  );
  const tests = [
    ...none,
    ...(leaveOutEmpty ? [`(${filled})`] : []),
    ...repeatable.flatMap((line) => isNoHead(line, columns)),
  ];
  return tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`;
}

/**
 * A test that fails at a line of the head; none where a name cannot be read as its column is, so that reading fails at it anyway.
 * @param line the texts of that line
 * @param columns what the table's columns are
 */
export function isNoHead(line: readonly string[], columns: readonly TargetColumn[]): string[] {
  const names = columns.map((target, i) => ({ target, i, text: line[i] ?? '' })).filter(({ text }) => text !== '');
  const isTold = names.some(({ target, text }) => target.type !== 'VARCHAR' && !isValue(text) && !MISSING.has(text));
  const same = names
    .filter(({ target }) => target.type === 'VARCHAR')
    .map(({ i, text }) => `trim(${column(i)}) = ${literal(text)}`);
  if (isTold || same.length === 0) return [];
  return [`CASE WHEN ${same.join(' AND ')} THEN error('Invalid Input Error: head') ELSE true END`];
}

const MISSING: ReadonlySet<string> = new Set(MISSING_TEXTS);

/**
 * Counts the rows of a slice, those that hold nothing included.
 * @param file registered name of the slice
 * @param form how the slice is written and what to store
 */
export const rowCount = (file: string, form: TextForm): string =>
  `SELECT count(*)::DOUBLE AS n FROM ${strictSource(file, form, { types: form.columns.map(() => 'VARCHAR'), everywhere: `['']` })}`;

/**
 * Reads a repaired slice as texts, in columns c0, c1, …; cells without a value are NULL.
 * @param file registered name of the slice
 * @param width how many columns there are
 */
export function textSelect(file: string, width: number): string {
  const columns = Array.from({ length: width }, (_, i) => column(i));
  const types = [...columns.map(() => 'VARCHAR'), 'VARCHAR'];
  const source = readCsv(file, types, [`delim=','`, `quote='"'`, `escape='"'`, 'parallel=false', `nullstr=['']`]);
  return `SELECT ${columns.join(', ')} FROM ${source}`;
}

/**
 * The first cells of a column that one reading makes missing and another does not.
 * @param table of texts, as `textSelect` gives them
 * @param readings the column in both
 * @param i its place
 */
export const regainedCells = (
  table: string,
  [target, other]: readonly [TargetColumn, TargetColumn],
  i: number,
): string =>
  `SELECT ${column(i)} AS value FROM ${table} WHERE ${isLost(target, i)} AND NOT (${isLost(other, i)}) ORDER BY rowid LIMIT 1`;

/**
 * Reads texts cell by cell: what does not fit its column becomes missing.
 * @param columns what to store
 */
export const lenientCells = (columns: readonly TargetColumn[]): string =>
  columns.map((target, i) => cell(target, column(i))).join(', ');

const isLost = (target: TargetColumn, i: number): string =>
  `${column(i)} IS NOT NULL AND ${cell(target, column(i))} IS NULL`;

/**
 * Counts, per column (n0, n1, …), the cells that `lenientCells` makes missing, and (o0_0, o0_1, …) those that each of its other readings would.
 * @param columns what to store, and their places
 */
export function coercionCounts(columns: readonly (readonly [place: number, target: TargetColumn])[]): string {
  const counts = columns.flatMap(([i, target]) => {
    const count = (name: string, test: string): string => `(count(*) FILTER (${test}))::DOUBLE AS ${name}`;
    const others = target.alternatives.map(({ reading }, k) =>
      count(`o${String(i)}_${String(k)}`, isLost({ ...target, reading }, i)),
    );
    return [count(`n${String(i)}`, isLost(target, i)), ...others];
  });
  return counts.join(', ');
}

/**
 * The cells of a column that `lenientCells` makes missing, with their row (from 0).
 * @param table of texts, as `textSelect` gives them
 * @param target the column
 * @param i its place
 */
export const lostCells = (table: string, target: TargetColumn, i: number): string =>
  `SELECT rowid::DOUBLE AS "at", ${column(i)} AS value FROM ${table} WHERE ${isLost(target, i)} ORDER BY rowid`;
