import { DuckDBInstance } from '@duckdb/node-api';
import { SUMMARY_TYPES, type SummaryType } from '../../src/facts/summary-file.ts';
import type { Role } from '../../src/facts/document/columns.ts';
import { brokenEdges, frozenEdges, type FrozenEdges, type LongRow } from '../../src/warehouse/frozen-edges.ts';
import type { RequestedColumn } from '../../src/warehouse/request.ts';
import { rolesOf, type GivenColumn } from './columns.ts';
import type { SummaryOptions } from './options.ts';
import { quoted, reader } from './reader.ts';

export interface Reference {
  edges: FrozenEdges;
  path: string;
  /** What the reference's columns were read as; of a summary file alone. */
  columns: ReadonlyMap<string, { type: SummaryType; role: Role; ofClass?: string }>;
}

const isSummaryType = (type: unknown): type is SummaryType =>
  typeof type === 'string' && Object.hasOwn(SUMMARY_TYPES, type);

/** Rows that say what a reference is counted by; none of a file that has no such columns. */
async function rowsOf(path: string): Promise<LongRow[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${reader(path)}`);
    const names = described.getRowsJS().map(([name]) => name);
    if (!['kind', 'name', 'label', 'bin', 'least'].every((name) => names.includes(name))) return [];
    const result = await connection.runAndReadAll(
      `SELECT * REPLACE (CAST(least AS DOUBLE) AS least) FROM (SELECT * FROM ${reader(path)} WHERE kind IN ('edge', 'telling', 'column', 'probability'))`,
    );
    return result.getRowObjectsJS();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * The edges of a summary file, or of the first statement's saved result.
 * @throws Error where it holds none, or none that can be
 */
export async function readReference(path: string): Promise<Reference> {
  const rows = await rowsOf(path);
  const edges = frozenEdges(rows);
  if (edges === null) {
    throw new Error(`${path} holds no edges: it is neither a summary file nor the result of the first statement.`);
  }
  const broken = brokenEdges(edges);
  if (broken.length > 0) throw new Error(`${path}: the edges of ${quoted(broken)} do not ascend.`);
  const classes = new Map(
    rows.filter(({ kind }) => kind === 'probability').map(({ name, label }) => [String(name), String(label)]),
  );
  const columns = rows.flatMap(({ kind, name, other, label }) => {
    if (kind !== 'column' || !isSummaryType(label)) return [];
    const ofClass = classes.get(String(name));
    const known = { type: label, role: other as Role, ...(ofClass !== undefined && { ofClass }) };
    return [[String(name), known] as const];
  });
  return { path, edges, columns: new Map(columns) };
}

/**
 * Columns as the reference's were read: two summaries compare where they count the same. What was not counted there is left out, unless options name it.
 * @param given the table's columns
 * @param reference the edges' file
 * @param options those of the command
 * @param warn is told what is left out
 */
export function asInReference(
  given: readonly GivenColumn[],
  { columns, path }: Reference,
  options: SummaryOptions,
  warn: (text: string) => void,
): GivenColumn[] {
  if (columns.size === 0) return [...given];
  const roles = rolesOf(options);
  const asked = new Set([...roles.keys(), ...options.category, ...options.text, ...options.ignore]);
  const isLeftOut = ({ name }: GivenColumn): boolean => !columns.has(name) && !asked.has(name);
  const leftOut = given.filter((column) => isLeftOut(column) && column.name !== options.segment);
  if (leftOut.length > 0) warn(`Not counted in ${path}, so left out: ${quoted(leftOut.map(({ name }) => name))}.`);
  // A column that has a role in the reference gives way to the one that is asked for.
  const taken = new Set<Role>([...roles.values()].filter((role) => role !== 'probability'));
  return given.map((column) => {
    const known = columns.get(column.name);
    const role = known !== undefined && taken.has(known.role) ? 'feature' : known?.role;
    const isIgnored = isLeftOut(column);
    return { ...column, ...known, ...(role !== undefined && { role }), ...(isIgnored && { role: 'ignored' as const }) };
  });
}

/** Says which columns have no edges, since they are counted in one bin. */
export function warnOfLackingEdges(
  columns: readonly RequestedColumn[],
  { edges }: FrozenEdges,
  warn: (text: string) => void,
): void {
  const lacking = columns.filter(({ name, type }) => (type === 'number' || type === 'time') && !edges.has(name));
  if (lacking.length > 0) warn(`Without edges, so counted in one bin: ${quoted(lacking.map(({ name }) => name))}.`);
}
