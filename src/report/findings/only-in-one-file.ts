import { columnFinding, NO_ROWS } from './finding.ts';

/** Of one file alone, that a column is in no other says nothing. */
export const onlyInOneFile = columnFinding('only-in-one-file', NO_ROWS, ({ schema: { name, presentIn }, twoFiles }) => {
  const [side, secondSide] = presentIn;
  if (!twoFiles || side === undefined || secondSide !== undefined) return [];
  return [{ severity: 'high', side, values: { name, side } }];
});
