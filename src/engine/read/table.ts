/** Where a data set's one table stands: as it is while it fits well, compressed where it is large. */
export type Home = 'memory' | 'store';

/** Cells up to which a table is kept as it is: at most a gigabyte. Compressing takes half as long again as reading. */
const PLAIN_CELLS = 64_000_000;

/**
 * The place for a table of about so many cells.
 * @param cells rows × columns; an estimate will do
 */
export const homeFor = (cells: number): Home => (cells > PLAIN_CELLS ? 'store' : 'memory');

/**
 * The full name of a data set's table.
 * @param home where it stands
 */
export const tableIn = (home: Home): string => `${home}.main.data`;
