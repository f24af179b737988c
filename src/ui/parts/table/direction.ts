import type { Sorting } from './column.ts';

/** Which way a column is sorted; undefined where the table is sorted by another. */
export const directionOf = (key: string, sorting: Sorting | undefined): 'ascending' | 'descending' | undefined => {
  if (sorting?.key !== key) return undefined;
  return sorting.descending ? 'descending' : 'ascending';
};
