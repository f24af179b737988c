import { emptied as lostValues } from '../verdict/emptied.ts';
import { columnFinding } from './finding.ts';
import { rowsWithout } from './rows.ts';

/** Most rows have no value where most had one. */
export const emptied = columnFinding('emptied', rowsWithout, ({ schema, result }) => {
  const found = lostValues(result, schema);
  if (found === null) return [];
  const { before, after } = found;
  return [{ severity: 'high', side: 'current', value: after, values: { before, after } }];
});
