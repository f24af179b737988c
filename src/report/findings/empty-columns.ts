import { fileFinding } from './finding.ts';

export const emptyColumns = fileFinding('empty-columns', ({ side, quality: { emptyColumns: columns } }) =>
  columns.length === 0 ? [] : [{ severity: 'medium', side, value: columns.length, values: { columns } }],
);
