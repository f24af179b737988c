/** Columns of a table: a report on more takes minutes, and nobody reads it. */
export const MOST_COLUMNS = 5000;
