import { countsStatement } from '../../../warehouse/counts-statement.ts';
import { edgesStatement } from '../../../warehouse/edges-statement.ts';
import { frozenEdges, NO_EDGES, type FrozenEdges } from '../../../warehouse/frozen-edges.ts';
import { USUAL_REQUEST, type SummaryRequest } from '../../../warehouse/request.ts';
import { SUMMARY_COLUMNS } from '../../../facts/summary-file.ts';
import { queryRows } from '../../database/database.ts';
import { literal } from '../../database/sql.ts';
import type { DataSet } from '../../data-set.ts';
import { cellsToCount, type CountedColumn } from './cells-to-count.ts';

/** What is to be counted of a file. */
export interface CountRequest {
  columns: readonly CountedColumn[];
  /** The column of times that days and stretches are told by; one of `columns`. */
  time: string | null;
  /** The cell that holds segments, in SQL. */
  segment: string | null;
  /** Those of another summary, so that the two can be held against each other; null for the file's own. */
  edges: FrozenEdges | null;
  /** Milliseconds of a stretch of time; an hour where nothing is said. */
  stretch?: number;
}

/** The long table of a summary file in the file's engine, and the edges that it was counted on. */
export interface CountedRows {
  table: string;
  edges: FrozenEdges;
}

const VIEW = ['memory', 'main', 'rows_to_count'] as const;
const KEYED = 'memory.main.keyed_counts';
const TABLE = 'memory.main.counted_rows';

/**
 * Counts a file that was read, as an engine counts a table that is too large to be read, for as long as its counts are used.
 * @param set the file
 * @param request what is to be counted
 * @param use gets the counts, which are gone when it has ended
 * @param signal stops the queries
 */
export async function withCounts<Answer>(
  { database, source }: Pick<DataSet, 'database' | 'source'>,
  request: CountRequest,
  use: (counted: CountedRows) => Promise<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  const { view, columns, keys } = cellsToCount(source, request.columns, request.segment);
  const counting: SummaryRequest = {
    ...USUAL_REQUEST,
    ...{ source: { table: VIEW }, columns, segment: request.segment === null ? null : 'segment' },
    time: request.time === null ? null : (keys.get(request.time) ?? null),
    ...(request.stretch !== undefined && { stretch: request.stretch }),
  };
  const names = new Map([...keys].map(([name, key]) => [key, name]));
  try {
    await database.query(`CREATE OR REPLACE VIEW ${VIEW.join('.')} AS ${view}`, signal);
    const edges =
      request.edges === null
        ? (frozenEdges(await queryRows(database, edgesStatement(counting, 'duckdb'), signal)) ?? NO_EDGES)
        : renamed(request.edges, keys);
    const statement = countsStatement(counting, edges, 'duckdb');
    await database.query(`CREATE OR REPLACE TABLE ${KEYED} AS ${statement}`, signal);
    await database.query(`CREATE OR REPLACE TABLE ${TABLE} AS ${withNames(names)}`, signal);
    return await use({ table: TABLE, edges: renamed(edges, names) });
  } finally {
    for (const table of [TABLE, KEYED]) await database.query(`DROP TABLE IF EXISTS ${table}`);
    await database.query(`DROP VIEW IF EXISTS ${VIEW.join('.')}`);
  }
}

/** Under the names that the columns have in the statement, or back; of columns that are not in the file there is nothing to count. */
function renamed({ edges, telling }: FrozenEdges, names: ReadonlyMap<string, string>): FrozenEdges {
  const renameKeys = <Value>(named: ReadonlyMap<string, Value>): Map<string, Value> =>
    new Map(
      [...named].flatMap(([name, value]) => {
        const found = names.get(name);
        return found === undefined ? [] : [[found, value] as const];
      }),
    );
  return { edges: renameKeys(edges), telling: renameKeys(telling) };
}

/** The counts with names of columns in place of their keys; `other` names a column in pairs alone. */
function withNames(names: ReadonlyMap<string, string>): string {
  const pairs = [...names].map(([key, name]) => `(${literal(key)}, ${literal(name)})`);
  const cells = SUMMARY_COLUMNS.map((cell) => {
    if (cell === 'name') return 'coalesce(own.name, keyed.name) AS name';
    if (cell === 'other') return 'coalesce(partner.name, keyed.other) AS other';
    return `keyed.${cell}`;
  });
  return `WITH names(key, name) AS (VALUES ${pairs.join(', ')})
  SELECT ${cells.join(', ')} FROM ${KEYED} AS keyed
  LEFT JOIN names AS own ON own.key = keyed.name
  LEFT JOIN names AS partner ON partner.key = keyed.other AND keyed.kind IN ('product', 'paired')`;
}
