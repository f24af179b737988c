import type { Role } from '../facts/document/columns.ts';
import type { SummaryType } from '../facts/summary-file.ts';

export interface RequestedColumn {
  name: string;
  type: SummaryType;
  role: Role;
  /** What the engine calls the column's type: decides how a time becomes a number. */
  declared?: string;
  /** Of a column of probabilities: the class that they are of. */
  ofClass?: string;
}

/** Where the rows are: a table by the parts of its name (catalogue, schema, table), or files that DuckDB reads as one table. */
export type SummarySource = { table: readonly string[] } | { files: readonly string[] };

/** What a summary is asked for. */
export interface SummaryRequest {
  source: SummarySource;
  columns: readonly RequestedColumn[];
  /** The column of times that gives days and stretches; one of `columns`. */
  time: string | null;
  /** The column whose values are segments; it need not be among `columns`. */
  segment: string | null;
  /** Quantiles that become edges: as many bins, more or less. */
  bins: number;
  /** Milliseconds of a stretch of time: whole seconds, of which a day is a multiple. */
  stretch: number;
  /** So many categories of a column are listed; the others are counted together. */
  mostLevels: number;
  /** So many categories of a column are counted by stretch. */
  tellingLevels: number;
  /** So many columns of numbers have sums of products, the first ones. */
  mostProducts: number;
}

export const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What is asked for where nothing else is said. */
export const USUAL_REQUEST = {
  bins: 200,
  stretch: HOUR,
  mostLevels: 1000,
  tellingLevels: 8,
  mostProducts: 100,
} as const satisfies Partial<SummaryRequest>;

/** Why a request cannot be counted. */
export type RequestProblem =
  | { kind: 'no-columns' }
  | { kind: 'column-without-name'; place: number }
  | { kind: 'column-twice'; name: string }
  | { kind: 'time-not-a-column'; name: string }
  | { kind: 'time-of-another-type'; name: string; type: SummaryType }
  | { kind: 'role-twice'; role: Role; names: readonly string[] }
  | {
      kind: 'not-a-number-of';
      setting: 'bins' | 'stretch' | 'mostLevels' | 'tellingLevels' | 'mostProducts';
      value: number;
    };

const ONE_OF_ITS_ROLE: readonly Role[] = ['target', 'prediction', 'time'];

function columnProblems({ columns, time }: SummaryRequest): RequestProblem[] {
  const problems: RequestProblem[] = [];
  const seen = new Set<string>();
  columns.forEach(({ name }, place) => {
    if (name === '') problems.push({ kind: 'column-without-name', place });
    if (seen.has(name)) problems.push({ kind: 'column-twice', name });
    seen.add(name);
  });
  if (columns.length === 0) problems.push({ kind: 'no-columns' });
  if (time !== null) {
    const found = columns.find(({ name }) => name === time);
    if (found === undefined) problems.push({ kind: 'time-not-a-column', name: time });
    else if (found.type !== 'time') problems.push({ kind: 'time-of-another-type', name: time, type: found.type });
  }
  return problems;
}

/** Everything because of which no statement can be made of a request; none where it can. */
export function requestProblems(request: SummaryRequest): RequestProblem[] {
  const problems = columnProblems(request);
  for (const role of ONE_OF_ITS_ROLE) {
    const names = request.columns.filter((column) => column.role === role).map(({ name }) => name);
    if (names.length > 1) problems.push({ kind: 'role-twice', role, names });
  }
  for (const setting of ['bins', 'mostLevels', 'tellingLevels', 'mostProducts'] as const) {
    const value = request[setting];
    if (!Number.isInteger(value) || value < (setting === 'bins' ? 2 : 1))
      problems.push({ kind: 'not-a-number-of', setting, value });
  }
  const { stretch } = request;
  if (!(stretch >= 1000) || stretch % 1000 !== 0 || DAY % stretch !== 0) {
    problems.push({ kind: 'not-a-number-of', setting: 'stretch', value: stretch });
  }
  return problems;
}
