import { SUMMARY_COLUMNS, SUMMARY_TYPES, type SummaryFile, type SummaryType } from '../../../facts/summary-file.ts';
import type { FrozenEdges } from '../../../warehouse/frozen-edges.ts';
import { queryRow } from '../../database/database.ts';
import type { DataSet } from '../../data-set.ts';
import { matchedColumn, unfitCells, type MatchedColumn, type UnfitCells } from './cells-as-counted.ts';
import { withCounts, type CountRequest } from './count-rows.ts';
import { readSummaryFile } from '../read-summary-file.ts';
import { stretchOf } from './stretch-of.ts';

/** Rows as the summary of other rows tells them. */
export interface SummarisedRows {
  file: SummaryFile;
  /** Columns of the rows that the summary does not count. */
  leftOut: readonly string[];
  unfit: readonly UnfitCells[];
}

const TYPES = Object.fromEntries(Object.entries(SUMMARY_TYPES).map(([summary, type]) => [type, summary])) as Partial<
  Record<SummaryFile['columns'][number]['type'], SummaryType>
>;

type Matched = MatchedColumn & { summarised: SummaryFile['columns'][number] };

/**
 * Counts a file that was read on the bins of a summary: its columns, types and roles. The page's own engine runs the statement that makes summaries.
 * @param set the file
 * @param summary that of the other rows
 * @param signal stops the queries
 * @returns null where the file has none of the columns that the summary counts
 */
export async function summariseRows(
  set: DataSet,
  summary: SummaryFile,
  signal: AbortSignal | undefined,
): Promise<SummarisedRows | null> {
  const matched = matchedColumns(set, summary);
  if (matched.length === 0) return null;
  const counted = new Set(matched.map(({ stored }) => stored.name));
  const unfit = await unfitCells(set, matched, signal);
  const file = await withCounts(
    set,
    requestOf(matched, summary),
    ({ table }) => readCounts(set, table, signal),
    signal,
  );
  return {
    file: { ...file, columns: file.columns.map((column) => withUnfit(column, set, unfit)) },
    leftOut: set.columns.filter(({ name, lag }) => lag === undefined && !counted.has(name)).map(({ name }) => name),
    unfit,
  };
}

function matchedColumns(set: DataSet, summary: SummaryFile): Matched[] {
  const byName = new Map(set.columns.map((stored) => [stored.name, stored]));
  return summary.columns.flatMap((summarised): Matched[] => {
    const stored = byName.get(summarised.name);
    return stored === undefined
      ? []
      : [{ ...matchedColumn(stored, TYPES[summarised.type] ?? 'text', summarised), summarised }];
  });
}

const isTime = ({ role, type }: SummaryFile['columns'][number]): boolean => role === 'time' && type === 'datetime';

function requestOf(matched: readonly Matched[], summary: SummaryFile): CountRequest {
  const classes = new Map(summary.model.scores.map(({ column, label }) => [column, label]));
  const stretch = stretchOf(summary);
  const edges: FrozenEdges = {
    edges: new Map(
      matched.flatMap(({ summarised: { name, summary } }) =>
        summary.values.kind === 'numbers' ? [[name, [...(summary.values.bins?.edges ?? [])]] as const] : [],
      ),
    ),
    telling: new Map(
      matched.map(({ summarised: { name, order } }) => [name, order?.levels.map(({ level }) => level) ?? []]),
    ),
  };
  return {
    columns: matched.map(({ summarised: { name, role }, type, cell }) => {
      const ofClass = classes.get(name);
      return { name, type, role, cell, ...(ofClass !== undefined && { ofClass }) };
    }),
    time: matched.find(({ summarised }) => isTime(summarised))?.stored.name ?? null,
    ...{ segment: null, edges },
    ...(stretch !== undefined && { stretch }),
  };
}

const STORED_AS: Partial<Record<(typeof SUMMARY_COLUMNS)[number], string>> = {
  ...{ bin: 'BIGINT', n: 'BIGINT', total: 'DOUBLE', squares: 'DOUBLE', least: 'DOUBLE', greatest: 'DOUBLE' },
};

/** What was counted, read by the rules of any summary file. */
async function readCounts(set: DataSet, table: string, signal: AbortSignal | undefined): Promise<SummaryFile> {
  const { rows } = await queryRow(set.database, `SELECT count(*)::DOUBLE AS rows FROM ${table}`, signal);
  return readSummaryFile(
    {
      ...set,
      source: table,
      summary: { ...set.summary, parts: [], rows: Number(rows), rowsUsed: Number(rows) },
      columns: SUMMARY_COLUMNS.map((name) => ({ name, stored: name, type: STORED_AS[name] ?? 'VARCHAR' })),
    },
    signal,
  );
}

/** Of rows it is known how many cells were lost. */
function withUnfit(
  column: SummaryFile['columns'][number],
  set: DataSet,
  unfit: readonly UnfitCells[],
): SummaryFile['columns'][number] {
  const lost = unfit.find((cells) => cells.column === column.name)?.cells ?? 0;
  const counts = { ...column.summary.counts, coerced: (set.coerced.get(column.name) ?? 0) + lost };
  return { ...column, summary: { ...column.summary, counts } };
}
