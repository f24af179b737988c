import type { SummaryType } from '../../facts/summary-file.ts';
import type { Warehouse } from '../../facts/warehouses.ts';
import { DIALECTS } from '../../warehouse/dialects/dialects.ts';
import {
  requestProblems,
  USUAL_REQUEST,
  type RequestedColumn,
  type RequestProblem,
  type SummaryRequest,
  type SummarySource,
} from '../../warehouse/request.ts';
import { tableParts } from '../../warehouse/table-parts.ts';

/** What a column can be used as here; a segment is counted like a feature besides. */
export const ASKED_ROLES = ['feature', 'time', 'target', 'prediction', 'probability', 'segment', 'ignored'] as const;
export type AskedRole = (typeof ASKED_ROLES)[number];

export interface AskedColumn {
  name: string;
  /** What the engine calls its type; null where a sample file told of it. */
  declared: string | null;
  type: SummaryType;
  role: AskedRole;
  /** Of a probability: the class. */
  ofClass: string;
}

/** What the sheet asks for, as it stands in its fields. */
export interface Asked {
  engine: Warehouse;
  source: 'table' | 'file';
  table: string;
  path: string;
  columns: readonly AskedColumn[];
  bins: number;
  /** Milliseconds. */
  stretch: number;
}

/** Why there is no statement yet. */
export type AskedProblem =
  | RequestProblem
  | { kind: 'no-source'; source: Asked['source'] }
  | { kind: 'not-a-table'; name: string }
  | { kind: 'segment-twice'; names: readonly string[] }
  | { kind: 'class-missing'; name: string };

/** DuckDB alone reads files. */
export const readsFiles = (engine: Warehouse): boolean => DIALECTS[engine].files !== undefined;

function sourceOf({ engine, source, table, path }: Asked): SummarySource | AskedProblem {
  if (source === 'file' && readsFiles(engine)) {
    return path.trim() === '' ? { kind: 'no-source', source } : { files: [path.trim()] };
  }
  const name = table.trim();
  if (name === '') return { kind: 'no-source', source: 'table' };
  const parts = tableParts(name, DIALECTS[engine].folds);
  return parts === null ? { kind: 'not-a-table', name } : { table: parts };
}

function requested({ name, declared, type, role, ofClass }: AskedColumn): RequestedColumn {
  return {
    ...{ name, type, role: role === 'segment' ? 'feature' : role },
    ...(declared !== null && { declared }),
    ...(role === 'probability' && { ofClass }),
  };
}

function roleProblems(columns: readonly AskedColumn[]): AskedProblem[] {
  const segments = columns.filter(({ role }) => role === 'segment').map(({ name }) => name);
  const classless = columns.filter(({ role, ofClass }) => role === 'probability' && ofClass === '');
  return [
    ...(segments.length > 1 ? [{ kind: 'segment-twice', names: segments } as const] : []),
    ...classless.map(({ name }) => ({ kind: 'class-missing', name }) as const),
  ];
}

/** Among all columns, the ignored ones too: as a person counts them. */
const placeOf = (columns: readonly AskedColumn[], column: AskedColumn | undefined): number =>
  columns.findIndex((listed) => listed === column);

/** The request that the fields make, or everything because of which they make none. */
export function requestOf(asked: Asked): { request: SummaryRequest } | { problems: AskedProblem[] } {
  const counted = asked.columns.filter(({ role }) => role !== 'ignored');
  const nameWith = (role: AskedRole): string | null => counted.find((column) => column.role === role)?.name ?? null;
  const source = sourceOf(asked);
  const request: Omit<SummaryRequest, 'source'> = {
    ...USUAL_REQUEST,
    columns: counted.map(requested),
    time: nameWith('time'),
    segment: nameWith('segment'),
    bins: asked.bins,
    stretch: asked.stretch,
  };
  const isSource = !('kind' in source);
  const whole = { ...request, source: isSource ? source : { files: [] } };
  const problems = [...(isSource ? [] : [source]), ...requestProblems(whole), ...roleProblems(counted)].map(
    (problem) =>
      problem.kind === 'column-without-name'
        ? { ...problem, place: placeOf(asked.columns, counted[problem.place]) }
        : problem,
  );
  return problems.length === 0 ? { request: whole } : { problems };
}
