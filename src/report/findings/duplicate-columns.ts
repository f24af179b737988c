import { fileFinding } from './finding.ts';

/** Columns that are equal in every row. */
export const duplicateColumns = fileFinding('duplicate-columns', ({ side, quality }) =>
  quality.duplicateColumns.map((columns) => ({ severity: 'low', side, value: columns.length, values: { columns } })),
);
