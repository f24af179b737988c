import { fileFinding } from './finding.ts';

export const emptyRows = fileFinding('empty-rows', ({ side, quality: { emptyRows: rows } }) =>
  rows === 0 ? [] : [{ severity: 'medium', side, value: rows, values: { rows } }],
);
