import { MOST_COLUMNS } from '../facts/limits.ts';
import { PlumblineError } from '../facts/statements/errors.ts';

/**
 * Refuses a table that is too wide, before anything is done column by column.
 * @param columns how many it has
 * @throws PlumblineError that names the limit
 */
export function refuseWide(columns: number): void {
  if (columns > MOST_COLUMNS) throw new PlumblineError('too-large', { kind: 'columns', columns, limit: MOST_COLUMNS });
}
