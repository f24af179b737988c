import { SUMMARY_COLUMNS, type SummaryKind } from '../facts/summary-file.ts';
import type { Dialect } from './dialect.ts';

type Cell = (typeof SUMMARY_COLUMNS)[number];

const TYPES = {
  kind: 'text',
  period: 'text',
  segment: 'text',
  name: 'text',
  other: 'text',
  label: 'text',
  bin: 'whole',
  n: 'whole',
  total: 'double',
  squares: 'double',
  least: 'double',
  greatest: 'double',
} as const satisfies Record<Cell, keyof Dialect['types']>;

export const typed = (dialect: Dialect, expression: string, type: keyof Dialect['types']): string =>
  `CAST(${expression} AS ${dialect.types[type]})`;

/** A SELECT of rows of the long table: cells that are not given are empty. */
export function longRow(dialect: Dialect, cells: Partial<Record<Cell, string>>, source: string): string {
  const list = SUMMARY_COLUMNS.map(
    (cell) => `${typed(dialect, cells[cell] ?? 'NULL', TYPES[cell])} AS ${dialect.identifier(cell)}`,
  );
  return `SELECT ${list.join(', ')}\nFROM ${source}`;
}

/** A kind that is known before the statement runs. */
export const kindText = (dialect: Dialect, kind: SummaryKind): string => dialect.text(kind);
