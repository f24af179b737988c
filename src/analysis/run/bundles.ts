/** Cells up to which columns leave an engine together. */
const BUNDLE_CELLS = 250_000;
/** More in one would make progress jump, and leave a worker idle at the end. */
const MOST_COLUMNS = 16;
const LEAST_BUNDLES = 8;

/**
 * Columns that leave the engines, and go through a statistics worker, together: asking costs the same for few rows as for many, and in a
 * wide table it costs more than the answer.
 * @param columns in the order in which they are wanted
 * @param table how long they are; only columns of one kind (compared as JSON) can go together
 */
export function bundlesOf<T>(columns: readonly T[], table: { rows: number; kindOf: (column: T) => unknown }): T[][] {
  const maxColumns = Math.min(BUNDLE_CELLS / Math.max(1, table.rows), MOST_COLUMNS, columns.length / LEAST_BUNDLES);
  const bundles: T[][] = [];
  const open = new Map<string, T[]>();
  for (const column of columns) {
    const kind = JSON.stringify(table.kindOf(column));
    const bundle = open.get(kind);
    if (bundle !== undefined && bundle.length + 1 <= maxColumns) bundle.push(column);
    else {
      const next = [column];
      open.set(kind, next);
      bundles.push(next);
    }
  }
  return bundles;
}
