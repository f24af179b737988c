/** The one table of a data set's engine. */
export const TABLE = 'store.main.data';
