/** Columns of a table: a report on more takes minutes, and nobody reads it. */
export const MOST_COLUMNS = 5000;
/** Of files with very many columns of times so many distances between them are worked out. */
export const MOST_LAGS = 8;
/** Columns of a report, and of the set-up for it: its two files may have none in common. */
export const MOST_REPORT_COLUMNS = 2 * MOST_COLUMNS + MOST_LAGS;
/** A value that fewer rows share points at single ones. */
export const ENOUGH_ROWS = 5;
