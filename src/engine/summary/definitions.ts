import { role as roles, type ColumnType, type Role } from '../../facts/document/columns.ts';
import { elementAt } from '../../facts/element-at.ts';
import { quote } from '../../facts/statements/statement.ts';
import { SUMMARY_FILE_VERSION, SUMMARY_TYPES, type SummaryType } from '../../facts/summary-file.ts';
import { literal } from '../database/sql.ts';
import { refuseWide } from '../refuse-wide.ts';
import { grouped } from './grouped.ts';
import { fetchSaid, oncePerFile, type Said } from './said.ts';
import type { SummaryCell, SummaryTable } from './summary-table.ts';

/** A column that was counted, as the file introduces it. */
export interface DefinedColumn {
  name: string;
  type: ColumnType;
  role: Role;
  /** What was taken off each value before it was summed. */
  origin: number;
  /** Ascending. */
  edges: Float64Array;
  /** Categories whose stretches are counted. */
  telling: readonly string[];
}

/** What a summary file says before it counts. */
export interface Definitions {
  engine: string;
  /** How many summary files were put together. */
  files: number;
  rows: number;
  /** In the order of their places. */
  columns: DefinedColumn[];
  /** The classes of columns of probabilities, by their names. */
  probabilities: ReadonlyMap<string, string>;
}

/**
 * Reads what a summary file says before it counts. Of several files that were put together each says it once.
 * @param table the summary file
 * @param signal stops the queries
 * @throws PlumblineError when it is cut off, of another version, or its files do not go together
 */
export async function readDefinitions(table: SummaryTable, signal: AbortSignal | undefined): Promise<Definitions> {
  const said = grouped(await fetchSaid(table, signal), ({ kind }) => kind);
  const rowsOf = (kind: string): Said[] => said.get(kind) ?? [];
  const whole = rowsOf('summary');
  const foreign = whole.find(({ name }) => name !== SUMMARY_FILE_VERSION);
  if (foreign !== undefined)
    throw table.problem({ problem: 'version', version: foreign.name, needs: SUMMARY_FILE_VERSION });
  const files = whole.reduce((sum, { times }) => sum + times, 0);
  if (files === 0) throw table.problem({ problem: 'no-summary' });
  const columns = await columnsOf(table, rowsOf('column'), files);
  const names = new Set(columns.map(({ name }) => name));
  for (const { kind, name } of [...rowsOf('edge'), ...rowsOf('telling'), ...rowsOf('probability')]) {
    if (!names.has(name)) throw table.problem({ problem: 'unlisted', kind, name });
  }
  const edges = edgesOf(table, rowsOf('edge'), files);
  const telling = tellingOf(table, rowsOf('telling'), files);
  oncePerFile(table, rowsOf('probability'), { files, differing: 'probability' });
  return {
    engine: [...new Set(whole.map((row) => row.second))].sort().join(', '),
    files,
    rows: whole.reduce((sum, { n }) => sum + (n ?? 0), 0),
    columns: columns.map((column) => ({
      ...column,
      edges: edges.get(column.name) ?? new Float64Array(),
      telling: telling.get(column.name) ?? [],
    })),
    probabilities: new Map(rowsOf('probability').map(({ name, label }) => [name, label])),
  };
}

async function columnsOf(
  table: SummaryTable,
  said: readonly Said[],
  files: number,
): Promise<Omit<DefinedColumn, 'edges' | 'telling'>[]> {
  refuseWide(new Set(said.map(({ name }) => name)).size);
  oncePerFile(table, said, { files, differing: 'columns' });
  const inOrder = said.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
  // The columns of several files may stand in different orders.
  const misplaced = files > 1 ? -1 : inOrder.findIndex(({ place }, i) => place !== i);
  if (misplaced >= 0) throw table.problem({ problem: 'place', place: misplaced });
  const columns = [];
  for (const row of inOrder) columns.push(await columnOf(table, row));
  return columns;
}

async function columnOf(table: SummaryTable, { name, label, second, origin }: Said) {
  const type = Object.hasOwn(SUMMARY_TYPES, label) ? SUMMARY_TYPES[label as SummaryType] : undefined;
  const role = roles.options.find((known) => known === second);
  const needsOrigin = type === 'numeric' || type === 'datetime';
  if (type === undefined) throw await cellProblem(table, name, { cell: 'label', needs: 'word' });
  if (role === undefined) throw await cellProblem(table, name, { cell: 'other', needs: 'word' });
  if (needsOrigin && (origin === null || !Number.isFinite(origin)))
    throw await cellProblem(table, name, { cell: 'total', needs: 'number' });
  return { name, type, role, origin: needsOrigin ? (origin ?? 0) : 0 };
}

/** The row of a column has a cell that it cannot have. */
async function cellProblem(
  table: SummaryTable,
  name: string,
  { cell, needs }: { cell: SummaryCell; needs: 'word' | 'number' },
): Promise<Error> {
  const condition = `${table.isOf(['column'])} AND ${table.text('name')} = ${literal(name)}`;
  const { row, text } = await table.firstRow(condition, table.text(cell));
  return table.problemAt(row, { problem: 'cell', kind: 'column', cell, value: quote(text), needs });
}

/** The edges of each column: numbered from 0, ascending. −0 is 0. */
function edgesOf(table: SummaryTable, said: readonly Said[], files: number): Map<string, Float64Array> {
  oncePerFile(table, said, { files, differing: 'edges', keyOf: ({ edge }) => edge ?? NaN });
  const edges = new Map<string, Float64Array>();
  for (const [name, rows] of grouped(said, (row) => row.name)) {
    const values = Float64Array.from(rows, ({ value }) => (value ?? NaN) + 0);
    const wrong = rows.findIndex(
      ({ edge }, i) => edge !== i || (i > 0 && !(elementAt(values, i) > elementAt(values, i - 1))),
    );
    if (wrong >= 0) throw table.problem({ problem: 'edges', name, edge: wrong });
    edges.set(name, values);
  }
  return edges;
}

function tellingOf(table: SummaryTable, said: readonly Said[], files: number): Map<string, string[]> {
  oncePerFile(table, said, { files, differing: 'telling', keyOf: ({ label }) => label });
  return new Map([...grouped(said, ({ name }) => name)].map(([name, rows]) => [name, rows.map(({ label }) => label)]));
}
