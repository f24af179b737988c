import { columnFinding } from './finding.ts';

/** Of one file alone, that a column is in no other says nothing. */
export const onlyInOneFile = columnFinding('only-in-one-file', ({ schema: { name, presentIn }, twoFiles }) => {
  const [side, other] = presentIn;
  if (!twoFiles || side === undefined || other !== undefined) return [];
  return [{ severity: 'high', side, values: { name, side } }];
});
