import { brokenEdges, frozenEdges, type FrozenEdges } from '../../warehouse/frozen-edges.ts';
import type { DataSet } from '../data-set.ts';
import { queryRows } from '../database/database.ts';
import type { ReadOptions } from '../csv/options.ts';
import { summaryName } from './is-summary.ts';
import { SummaryTable } from './summary-table.ts';

/** Edges as a file holds them, and the columns of which they cannot be. */
export interface SavedEdges extends FrozenEdges {
  broken: readonly string[];
}

const TEXTS = ['kind', 'name', 'label'] as const;

/** How a table of texts is read whose empty columns were left out when it was saved: "007" and "NA" may be categories. */
export const EDGES_READING: ReadOptions = {
  columns: new Map(TEXTS.flatMap((name) => [name, name.toUpperCase()].map((written) => [written, 'text']))),
  missing: [''],
};

/**
 * Edges and telling categories of a summary file, or of the first statement's saved result.
 * @param set the file as it was read
 * @param signal stops the query
 * @returns null where it holds neither
 */
export async function fetchEdges(set: DataSet, signal: AbortSignal | undefined): Promise<SavedEdges | null> {
  const names = new Set(set.columns.map(({ name }) => summaryName(name)));
  if (!names.has('kind') || !names.has('name') || !names.has('bin')) return null;
  const table = new SummaryTable(set);
  const label = names.has('label') ? table.text('label') : "''";
  const least = names.has('least') ? table.number('least') : 'NULL::DOUBLE';
  const rows = await queryRows(
    set.database,
    `SELECT ${table.text('kind')} AS kind, ${table.text('name')} AS name, ${label} AS label,
       ${table.number('bin')} AS bin, coalesce(${least}, 'nan'::DOUBLE) AS least
     FROM ${set.source} WHERE ${table.isOf(['edge', 'telling'])}`,
    signal,
  );
  const edges = frozenEdges(rows);
  return edges === null ? null : { ...edges, broken: brokenEdges(edges) };
}
