import type { Warehouse } from '../facts/warehouses.ts';

/** Rows of expressions that each row of a table is taken apart into. */
export interface Unpivot {
  /** A named part of the statement. */
  source: string;
  /** Its columns that every row of the result keeps. */
  keep: readonly string[];
  /** Columns of the result. */
  columns: readonly string[];
  /** One row of the result each: an expression for each of `columns`, of one type from row to row. */
  rows: readonly (readonly string[])[];
}

/** What engines write in different ways. Everything is SQL text; names of inner columns are plain words that need no quotes. */
export interface Dialect {
  id: Warehouse;
  /** What becomes of a name that is written without quotes. */
  folds: 'lower' | 'upper' | null;
  /** A name that stands for itself, whatever it holds. */
  identifier: (name: string) => string;
  text: (value: string) => string;
  /** Comes back bit for bit; ±infinity too. */
  double: (value: number) => string;
  types: { text: string; whole: string; double: string };
  /** Files as a table; absent where the engine reads none. */
  files?: (paths: readonly string[]) => string;
  /** What stands between a part's name and its statement where the part must not be stored, since the table is scanned in it. */
  inlined: string;
  /** Milliseconds since 1970, UTC, of a time whose type the engine calls `declared`; of any type that can be cast to a double. */
  milliseconds: (time: string, declared: string | undefined) => string;
  /** "2024-01-31" of a number of days since 1970. */
  dayText: (day: string) => string;
  unpivot: (unpivot: Unpivot) => string;
  /** A table of literals, of at least one row. */
  constants: (columns: readonly string[], rows: readonly (readonly string[])[]) => string;
  /** How many different values, more or less. */
  different: (value: string) => string;
  /** Rows of (c, x) with quantiles at i/bins of x, of each c in a named part. */
  quantiles: (source: string, bins: number) => string;
  /** So many characters of a statement the engine takes as it is set up. */
  longest: number;
  /** So many aggregates fit into one SELECT. */
  mostSums: number;
  /** The whole statement's end. */
  ending: string;
  /** Statements that set the session up for it. */
  beforehand: readonly string[];
}

/** A double literal with a dot or an exponent: never taken for a whole number. */
export const exponential = (value: number): string => {
  const text = String(value + 0);
  return text.includes('e') ? text.replace('e+', 'e') : `${text}e0`;
};

/** Wrapped in a quote that is written twice inside. */
export const doubled =
  (quote: string) =>
  (value: string): string =>
    `${quote}${value.replaceAll(quote, quote + quote)}${quote}`;

/** Wrapped in a quote; that, backslashes and ends of lines are escaped by a backslash inside. */
export const escaped =
  (quote: string) =>
  (value: string): string => {
    const text = value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
    return `${quote}${text.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}${quote}`;
  };

/** Fractions between 0 and 1 at which quantiles stand. */
export const fractions = (bins: number): string[] =>
  Array.from({ length: bins - 1 }, (_, index) => String((index + 1) / bins));

/** Rows as tuples in brackets. */
export const tuples = (rows: readonly (readonly string[])[], word = ''): string =>
  rows.map((row) => `${word}(${row.join(', ')})`).join(', ');

/** The same column of every row, of rows that are turned into lists. */
export const columnsOf = (columns: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  columns.map((_, index) => rows.map((row) => row[index] ?? 'NULL').join(', '));
