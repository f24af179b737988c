import type { Role } from '../../../facts/document/columns.ts';
import type { SummaryType } from '../../../facts/summary-file.ts';
import type { RequestedColumn } from '../../../warehouse/request.ts';

/** A column that is to be counted. */
export interface CountedColumn {
  name: string;
  type: SummaryType;
  role: Role;
  /** Of a column of probabilities: the class that they are of. */
  ofClass?: string;
  /** What is counted, in SQL: of numbers and times doubles, of booleans truth, of all else texts. */
  cell: string;
}

/** What a statement counts in place of the table. */
export interface CellsToCount {
  /** A SELECT whose columns have keys for names. */
  view: string;
  columns: RequestedColumn[];
  /** By names of columns. */
  keys: ReadonlyMap<string, string>;
}

/**
 * The columns of a file in the form that statements count.
 * @param source the file's table, in SQL
 * @param counted which columns
 * @param segment the cell that holds segments, in SQL; null where there are none
 */
export function cellsToCount(source: string, counted: readonly CountedColumn[], segment: string | null): CellsToCount {
  const keys = counted.map((_, place) => `c${String(place)}`);
  const cells = counted.map(({ cell }, place) => `${cell} AS ${keys[place] ?? ''}`);
  const segments = segment === null ? [] : [`${segment} AS segment`];
  return {
    view: `SELECT ${[...cells, ...segments].join(', ')} FROM ${source}`,
    columns: counted.map(({ role, ofClass, type }, place) => ({
      ...{ name: keys[place] ?? '', type, role, declared: type === 'boolean' ? 'BOOLEAN' : 'DOUBLE' },
      ...(ofClass !== undefined && { ofClass }),
    })),
    keys: new Map(counted.map(({ name }, place) => [name, keys[place] ?? ''])),
  };
}
