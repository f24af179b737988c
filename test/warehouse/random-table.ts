import { USUAL_REQUEST, type RequestedColumn, type SummaryRequest } from '../../src/warehouse/request.ts';
import { DIALECTS } from '../../src/warehouse/dialects/dialects.ts';

/** A cell as the table holds it: times as milliseconds. */
export type Cell = number | string | boolean | null;
export interface Table {
  columns: RequestedColumn[];
  /** Cells in the order of `columns`, then the segment. */
  rows: Cell[][];
}

export const SEGMENT = 'line "of" \\ products';

export const HOSTILE_COLUMNS: RequestedColumn[] = [
  { name: 'a"b', type: 'number', role: 'feature' },
  { name: '__proto__', type: 'number', role: 'feature' },
  { name: 'a`b', type: 'number', role: 'feature' },
  { name: "x'; DROP TABLE y; --", type: 'category', role: 'feature' },
  { name: 'back\\slash', type: 'boolean', role: 'feature' },
  { name: 'new\nline', type: 'text', role: 'feature' },
  { name: 'Zeit ⏱', type: 'time', role: 'time', declared: 'TIMESTAMP' },
  { name: 'made on', type: 'time', role: 'feature', declared: 'TIMESTAMP' },
  { name: 'yield', type: 'number', role: 'target' },
  { name: 'guess', type: 'number', role: 'prediction' },
];

export const CLASS_COLUMNS: RequestedColumn[] = [
  { name: 'select', type: 'category', role: 'target' },
  { name: 'guess', type: 'category', role: 'prediction' },
  { name: 'p', type: 'number', role: 'probability', ofClass: 'it\'s \\ "ok"' },
  { name: 'constructor', type: 'number', role: 'feature' },
];

const LABELS = ['', "it's", 'it\'s \\ "ok"', 'a\nb', '__proto__', 'ü⏱', '</script>', '`${x}`', '%d', '\\n'];
const NUMBERS = [NaN, Infinity, -Infinity, 0, -0, 1, 1, 1, -2.5, 1e-300, 273.15, 273.15, -1e12];
const FIRST = Date.UTC(1969, 11, 30, 22, 30);

/** Pseudo-random numbers in [0, 1). */
export function dice(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

function cellOf({ type, role }: RequestedColumn, throwDie: () => number): Cell {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(throwDie() * list.length)] as T;
  if (throwDie() < 0.1) return null;
  switch (type) {
    case 'number':
      if (role === 'probability') return throwDie() < 0.1 ? pick([0, 1, NaN, 1.5, -1]) : throwDie();
      return throwDie() < 0.3 ? pick(NUMBERS) : Math.round((throwDie() - 0.3) * 1e6) / 7e3;
    case 'time':
      return FIRST + Math.floor(throwDie() * 4 * 86_400_000);
    case 'boolean':
      return throwDie() < 0.3;
    case 'category':
    case 'text':
      return pick(LABELS.slice(0, role === 'feature' ? LABELS.length : 3));
  }
}

/** Rows with nothing that tables of other people do not hold. */
export function randomTable(columns: RequestedColumn[], rows: number, seed: number): Table {
  const throwDie = dice(seed);
  const segment: RequestedColumn = { name: SEGMENT, type: 'category', role: 'target' };
  return {
    columns,
    rows: Array.from({ length: rows }, () => [...columns, segment].map((column) => cellOf(column, throwDie))),
  };
}

export const requestFor = (
  columns: RequestedColumn[],
  table: string,
  more: Partial<SummaryRequest> = {},
): SummaryRequest => ({
  ...USUAL_REQUEST,
  ...{ source: { table: [table] }, columns, bins: 8, mostLevels: 6, tellingLevels: 3 },
  ...{ time: columns.find(({ role }) => role === 'time')?.name ?? null, segment: SEGMENT },
  ...more,
});

/** Statements that make the table in DuckDB. */
export function tableStatements(name: string, { columns, rows }: Table): string[] {
  const { identifier, text, double } = DIALECTS.duckdb;
  const types = { number: 'DOUBLE', time: 'TIMESTAMP', category: 'VARCHAR', text: 'VARCHAR', boolean: 'BOOLEAN' };
  const heads = columns.map((column) => `${identifier(column.name)} ${types[column.type]}`);
  const cell = (value: Cell, at: number): string => {
    if (value === null) return 'NULL';
    if (columns[at]?.type === 'time') return `epoch_ms(CAST(${String(value)} AS BIGINT))`;
    return typeof value === 'number' ? double(value) : typeof value === 'string' ? text(value) : String(value);
  };
  return [
    `CREATE OR REPLACE TABLE ${identifier(name)} (${[...heads, `${identifier(SEGMENT)} VARCHAR`].join(', ')})`,
    ...(rows.length === 0
      ? []
      : [`INSERT INTO ${identifier(name)} VALUES ${rows.map((row) => `(${row.map(cell).join(', ')})`).join(', ')}`]),
  ];
}
