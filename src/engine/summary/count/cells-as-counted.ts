import type { SummaryType, SummarisedColumn } from '../../../facts/summary-file.ts';
import { quote, type Quote } from '../../../facts/statements/statement.ts';
import { asNumber, asText, storageOf, type Storage } from '../../columns/cells.ts';
import { queryRow } from '../../database/database.ts';
import { identifier } from '../../database/sql.ts';
import type { DataSet, StoredColumn } from '../../data-set.ts';

/** A column of a file that was read, as a summary of other rows counts it. */
export interface MatchedColumn {
  stored: StoredColumn;
  type: SummaryType;
  /** In SQL; NULL where what is stored is none of the type. */
  cell: string;
}

/** Cells that are no value of the type that a summary counts. */
export interface UnfitCells {
  column: string;
  cells: number;
  as: Storage;
  example: Quote;
}

/** A category as engines write a whole number that is kept as a double. */
const WITH_POINT = /^-?\d+\.0$/;

/** What is stored so can be no number, or no time: a time is no number of milliseconds here, nor the other way round. */
const UNFIT: Partial<Record<SummaryType, readonly Storage[]>> = {
  number: ['time'],
  time: ['number', 'boolean'],
  boolean: ['time'],
};

/**
 * The cell of a file's column in the form in which a summary counts a column of this name.
 * @param stored the file's column
 * @param type what the summary counts it as
 * @param summarised the summary's column
 */
export function matchedColumn(stored: StoredColumn, type: SummaryType, summarised: SummarisedColumn): MatchedColumn {
  const cell = UNFIT[type]?.includes(storageOf(stored)) === true ? 'NULL' : cellAs(stored, type, summarised);
  return { stored, type, cell: type === 'number' || type === 'time' ? `CAST(${cell} AS DOUBLE)` : cell };
}

function cellAs(stored: StoredColumn, type: SummaryType, { summary: { values } }: SummarisedColumn): string {
  if (type === 'number' || type === 'time') return asNumber(stored, type);
  if (type === 'boolean') return asTruth(stored);
  const c = identifier(stored.stored);
  const isPointed = values.kind === 'levels' && values.levels.some((level) => WITH_POINT.test(level));
  return isPointed && (stored.type === 'DOUBLE' || stored.type === 'FLOAT') ? `${c}::VARCHAR` : asText(stored);
}

/** 1 and 0 are true and false; other numbers are neither. */
function asTruth(stored: StoredColumn): string {
  const c = identifier(stored.stored);
  switch (storageOf(stored)) {
    case 'boolean':
      return c;
    case 'number':
      return `CASE WHEN ${c} = 1 THEN true WHEN ${c} = 0 THEN false END`;
    default:
      return `TRY_CAST(${c} AS BOOLEAN)`;
  }
}

/**
 * Counts the cells that are lost because the summary counts another type.
 * @param set the file
 * @param columns those that are counted
 * @param signal stops the query
 */
export async function unfitCells(
  { database, source }: Pick<DataSet, 'database' | 'source'>,
  columns: readonly MatchedColumn[],
  signal: AbortSignal | undefined,
): Promise<UnfitCells[]> {
  const found: UnfitCells[] = [];
  for (const { stored, type, cell } of columns) {
    if (type === 'category' || type === 'text' || storageOf(stored) === type) continue;
    const c = identifier(stored.stored);
    const { cells, example } = await queryRow(
      database,
      `SELECT count(*)::DOUBLE AS cells, arg_min(${asText(stored)}, rowid) AS example
       FROM ${source} WHERE ${c} IS NOT NULL AND (${cell}) IS NULL`,
      signal,
    );
    if (Number(cells) === 0) continue;
    found.push({ column: stored.name, cells: Number(cells), as: type, example: quote(String(example)) });
  }
  return found;
}
