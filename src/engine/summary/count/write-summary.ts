import type { ColumnType, Role } from '../../../facts/document/columns.ts';
import type { SummaryType } from '../../../facts/summary-file.ts';
import type { FrozenEdges } from '../../../warehouse/frozen-edges.ts';
import { asNumber, asText } from '../../columns/cells.ts';
import { decodeTable } from '../../database/database.ts';
import { identifier } from '../../database/sql.ts';
import type { DataSet, StoredColumn } from '../../data-set.ts';
import { withCounts } from './count-rows.ts';
import { summaryParquet } from './summary-parquet.ts';
import { nameOfOthers, withoutRare } from './without-rare.ts';

/** A column as it is used. */
export interface UsedColumn {
  name: string;
  type: ColumnType;
  role: Role;
  /** Of a column of probabilities: the class that they are of. */
  ofClass?: string;
}

/** What a summary file is to hold. */
export interface WriteRequest {
  columns: readonly UsedColumn[];
  /** The column of times that days and stretches are told by; one of `columns`. */
  time: string | null;
  segment: string | null;
  /** Those of another summary, so that the two can be held against each other; null for the file's own. */
  edges: FrozenEdges | null;
}

export interface WrittenSummary {
  parquet: ArrayBuffer;
  edges: FrozenEdges;
}

/**
 * Counts a file that was read, as an engine counts a table that is too large to be read: its rows are not in the summary. Categories and classes that fewer
 * than five rows hold are counted together.
 * @param set the file
 * @param request what is to be counted
 * @param signal stops the queries
 * @returns a summary file, Parquet, and the edges that it was counted on
 */
export async function writeSummary(set: DataSet, request: WriteRequest, signal?: AbortSignal): Promise<WrittenSummary> {
  const storedOf = (name: string): StoredColumn => {
    const stored = set.columns.find((column) => column.name === name);
    if (stored === undefined) throw new Error(`no column ${name}`);
    return stored;
  };
  const columns = request.columns.map(({ type: used, ...column }) => {
    const stored = storedOf(column.name);
    const type = typeOf(used, stored);
    return { ...column, type, cell: cellOf(stored, type) };
  });
  const { time, edges, segment } = request;
  const counting = { columns, time, edges, segment: segment === null ? null : asText(storedOf(segment)) };
  return withCounts(
    set,
    counting,
    async (counted) => {
      const others = await nameOfOthers(set.database, counted.table, signal);
      const shown = withoutRare(counted.table, { others, choosesTelling: edges === null });
      const rows = decodeTable(await set.database.query(shown, signal));
      return { parquet: await summaryParquet(rows), edges: counted.edges };
    },
    signal,
  );
}

/** True and false are texts elsewhere: 1 and 0, yes and no stay what they are in the file. */
function typeOf(type: ColumnType, stored: StoredColumn): SummaryType {
  switch (type) {
    case 'numeric':
      return 'number';
    case 'datetime':
      return 'time';
    case 'boolean':
      return stored.type === 'BOOLEAN' ? 'boolean' : 'category';
    case 'categorical':
      return 'category';
    case 'text':
    case 'identifier':
      return 'text';
  }
}

function cellOf(stored: StoredColumn, type: SummaryType): string {
  if (type === 'number' || type === 'time') return asNumber(stored, type);
  return type === 'boolean' ? identifier(stored.stored) : asText(stored);
}
