import type { DataSet, StoredColumn } from '../../engine/data-set.ts';
import { countDuplicateRows, countEmptyRows, sameColumns } from '../../engine/read/whole-table.ts';
import type { ColumnQuality, DatasetQuality } from '../../facts/document/columns.ts';

/** Beyond this many look-alikes of a column, pairs are not compared any more. */
const MOST_CANDIDATES = 50;

interface WholeFile {
  data: DataSet;
  qualities: ReadonlyMap<string, ColumnQuality>;
  /** The answer to a question, asked the first time. */
  cached: <T>(key: readonly unknown[], ask: () => Promise<T>) => Promise<T>;
  signal?: AbortSignal | undefined;
}

/** Quality of a whole file; the column qualities tell which questions need not be asked. */
export async function datasetQuality({ data, qualities, cached, signal }: WholeFile): Promise<DatasetQuality> {
  const rows = data.summary.rowsUsed;
  const own = data.columns.filter(({ lag }) => lag === undefined);
  const known = own.flatMap((column) => {
    const quality = qualities.get(column.name);
    return quality === undefined ? [] : [{ column, quality }];
  });
  const missingCells = known.reduce((sum, { quality }) => sum + quality.missing, 0);
  const everyColumnHasGaps = known.every(({ quality }) => quality.missing - quality.coerced > 0);
  const someColumnTellsRowsApart = known.some(({ quality }) => quality.distinct === rows);
  const cells = rows * own.length;
  return {
    rows,
    columns: own.length,
    duplicateRows: someColumnTellsRowsApart
      ? 0
      : await cached(['duplicate rows'], () => countDuplicateRows(data, signal)),
    duplicateColumns: await duplicateColumns({ data, cached, signal }, known),
    emptyRows: everyColumnHasGaps ? await cached(['empty rows'], () => countEmptyRows(data, signal)) : 0,
    emptyColumns: known.filter(({ quality }) => quality.missing === quality.count).map(({ column }) => column.name),
    missingCells,
    missingShare: cells === 0 ? 0 : missingCells / cells,
  };
}

interface Known {
  column: StoredColumn;
  quality: ColumnQuality;
}

/** Columns can only be equal where their summaries are; those few pairs are compared cell by cell. */
async function duplicateColumns(
  { data, cached, signal }: Omit<WholeFile, 'qualities'>,
  columns: Known[],
): Promise<string[][]> {
  const equalTo = (column: StoredColumn, others: readonly StoredColumn[]): Promise<string[]> =>
    cached(['same columns', column.name, ...others.map(({ name }) => name)], () =>
      sameColumns(data, column, others, signal),
    );
  const filled = columns.filter(({ quality }) => quality.missing < quality.count);
  const alike = new Map<string, Known[]>();
  for (const known of filled) {
    const q = known.quality;
    const summary = JSON.stringify([known.column.type, q.missing, q.distinct, q.min, q.max, q.mean, q.mostCommon]);
    alike.set(summary, [...(alike.get(summary) ?? []), known]);
  }
  const groups: string[][] = [];
  for (const candidates of alike.values()) {
    let rest = candidates.slice(0, MOST_CANDIDATES);
    while (rest.length > 1) {
      const [first, ...candidates] = rest;
      if (first === undefined) break;
      const equal = await equalTo(
        first.column,
        candidates.map(({ column }) => column),
      );
      if (equal.length > 0) groups.push([first.column.name, ...equal]);
      rest = candidates.filter(({ column }) => !equal.includes(column.name));
    }
  }
  return groups;
}
