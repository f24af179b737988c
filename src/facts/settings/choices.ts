/** What may be chosen, by the ids that set-ups and documents have for it. */

/** How the edges of bins are chosen: round numbers; equally wide; or with about equally many reference values in each bin. */
export const BIN_RULES = ['nice', 'equal_width', 'quantiles'] as const;
export type BinRule = (typeof BIN_RULES)[number];

/** Periods of pictures over time, and of dates from which something changed, that can be asked for; so can a number of rows. */
export const PERIOD_UNITS = ['hour', 'day', 'week', 'month'] as const;

/** In which order rows may depend on their neighbours. */
export const ROW_ORDERS = ['time', 'file', 'none'] as const;
