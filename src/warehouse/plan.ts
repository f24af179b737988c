import type { SummaryType } from '../facts/summary-file.ts';
import type { Dialect } from './dialect.ts';
import { NO_EDGES, type FrozenEdges } from './frozen-edges.ts';
import type { RequestedColumn, SummaryRequest } from './request.ts';

export interface PlannedColumn extends RequestedColumn {
  /** Its place in the request. */
  place: number;
  /** What stands for it in the statement: its place, as text. */
  key: string;
  edges: readonly number[];
  /** The middle edge, which is taken off each value before it is summed. */
  origin: number;
  telling: readonly string[];
}

/** What a statement is made from. */
export interface Plan {
  request: SummaryRequest;
  dialect: Dialect;
  columns: readonly PlannedColumn[];
  /** Numbers and times: those with edges. */
  numbers: readonly PlannedColumn[];
  /** Categories and booleans: those with levels. */
  levels: readonly PlannedColumn[];
  texts: readonly PlannedColumn[];
}

/** The middle edge; 0 where that is too large to be taken off anything. */
function originOf(edges: readonly number[]): number {
  const middle = edges[Math.floor(edges.length / 2)] ?? 0;
  return Math.abs(middle) < 1e150 ? middle : 0;
}

/** Sorts the columns of a request by what is counted of them. */
export function planOf(request: SummaryRequest, dialect: Dialect, frozen: FrozenEdges = NO_EDGES): Plan {
  const columns = request.columns.map((column, place) => {
    const edges = frozen.edges.get(column.name) ?? [];
    const origin = originOf(edges);
    return { ...column, place, key: String(place), edges, origin, telling: frozen.telling.get(column.name) ?? [] };
  });
  const ofTypes = (...types: SummaryType[]): PlannedColumn[] => columns.filter(({ type }) => types.includes(type));
  return {
    request,
    dialect,
    columns,
    numbers: ofTypes('number', 'time'),
    levels: ofTypes('category', 'boolean'),
    texts: ofTypes('text'),
  };
}

/** The one column of a role, if there is one of these types. */
export const withRole = (
  { columns }: Plan,
  role: RequestedColumn['role'],
  types: readonly SummaryType[],
): PlannedColumn | null => columns.find((column) => column.role === role && types.includes(column.type)) ?? null;

/** The SQL of a statement: named parts that build on each other, and the SELECTs whose rows are the result. */
export interface Part {
  name: string;
  body: string;
  /** Scanned again by each reader rather than stored. */
  inlined?: boolean;
}

/** What one idea adds to a statement. */
export interface Portion {
  parts: readonly Part[];
  /** SELECTs in the form of `longRow`. */
  rows: readonly string[];
}

export const NOTHING: Portion = { parts: [], rows: [] };
