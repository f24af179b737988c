import { identifier, literal } from '../sql.ts';
import { missingArgument, type Dialect } from './dialect.ts';
import type { StoredType } from './storage.ts';

/** A column as it will be stored, and how its times are written in this file (null: ISO 8601). */
export interface TargetColumn {
  type: StoredType;
  format: string | null;
}

interface ReadText {
  dialect: Dialect;
  types: readonly string[];
  /** The slice that starts the file holds the header and what stands before it. */
  first: boolean;
  /** Short rows are filled up, stray quotes and mixed line ends are read as they stand. */
  forgiving: boolean;
  /** Rows that cannot be read even so are left out (and counted by the caller). */
  dropBadRows?: boolean;
}

const column = (i: number): string => identifier(`c${String(i)}`);

/**
 * The `read_csv` call over one slice; its columns are named c0, c1, … whatever the file calls them.
 * @param file registered name of the slice
 * @param how dialect, types and how forgiving to be
 */
export function readText(file: string, how: ReadText): string {
  const { dialect, types, first, forgiving } = how;
  // One column more where rows may be too long: what stands in it is left out, but not unseen.
  const all = forgiving ? [...types, 'VARCHAR'] : types;
  const columns = all.map((type, i) => `${literal(`c${String(i)}`)}: ${literal(type)}`).join(', ');
  const parts = [
    literal(file),
    'auto_detect=false',
    `header=${String(first && dialect.header)}`,
    `skip=${String(first ? dialect.skip : 0)}`,
    `delim=${literal(dialect.delimiter || ',')}`,
    `quote=${literal(dialect.quote || '"')}`,
    `escape=${literal(dialect.escape || '"')}`,
    `columns={${columns}}`,
    missingArgument,
    'max_line_size=16777216',
    ...(forgiving ? ['null_padding=true', 'strict_mode=false', 'parallel=false'] : []),
    ...(how.dropBadRows === true ? ['ignore_errors=true'] : []),
  ];
  return `read_csv(${parts.join(', ')})`;
}

/**
 * Reads a slice at full speed; fails when any cell does not fit its column.
 * @param file registered name of the slice
 * @param columns what to store
 * @param how the dialect, and whether the slice starts the file
 */
export function strictSelect(
  file: string,
  columns: readonly TargetColumn[],
  how: { dialect: Dialect; first: boolean },
): string {
  const types = columns.map(({ type, format }) => (format === null ? type : 'VARCHAR'));
  const cells = columns.map(({ format }, i) =>
    format === null ? column(i) : `strptime(${column(i)}, ${literal(format)})`,
  );
  return `SELECT ${cells.join(', ')} FROM ${readText(file, { ...how, types, forgiving: false })}`;
}

const lenient = ({ type, format }: TargetColumn, i: number): string => {
  if (type === 'VARCHAR') return column(i);
  const cast = `TRY_CAST(${column(i)} AS ${type})`;
  return format === null ? cast : `coalesce(try_strptime(${column(i)}, ${literal(format)}), ${cast})`;
};

/**
 * Reads a slice cell by cell: what does not fit its column becomes missing.
 * @param columns what to store
 */
export const lenientCells = (columns: readonly TargetColumn[]): string => columns.map(lenient).join(', ');

/**
 * Counts, per column (n0, n1, …), the cells that `lenientCells` makes missing; x0, x1, … hold an example; `longer` counts the rows with more
 * fields than columns.
 * @param columns what to store
 */
export function coercionCounts(columns: readonly TargetColumn[]): string {
  const long = `count(${column(columns.length)})::DOUBLE AS longer`;
  const lost = columns.map((target, i) => {
    const lost = `FILTER (${column(i)} IS NOT NULL AND ${lenient(target, i)} IS NULL)`;
    return `(count(*) ${lost})::DOUBLE AS n${String(i)}, first(${column(i)}) ${lost} AS x${String(i)}`;
  });
  return [long, ...lost].join(', ');
}
