import { fileFinding, graded } from './finding.ts';

/** Rows that repeat an earlier one. */
export const duplicateRows = fileFinding('duplicate-rows', ({ side, quality }) => {
  const { duplicateRows: rows } = quality;
  if (rows === 0) return [];
  const share = rows / Math.max(1, quality.rows);
  return [{ severity: graded(share, 0.1, 0.01), side, value: rows, values: { rows, share } }];
});
