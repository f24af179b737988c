import type { ColumnQuality, ColumnSchema } from '../../facts/document/columns.ts';
import type { ColumnResult } from '../../facts/document/drift.ts';

/** A rise of the share of rows without a value, of all rows, by which a column has emptied. */
const LEAST_RISE = 0.5;

export interface Emptied {
  /** Shares of rows without a value. */
  before: number;
  after: number;
  /** How likely so clear a rise is by chance; null where it is not tested. */
  qValue: number | null;
}

/** Share of rows without a value. */
export const missingShare = ({ missing, nan, count }: ColumnQuality): number =>
  count === 0 ? 0 : (missing + nan) / count;

/**
 * Whether a column lost most of its values: its share of rows without one rose by half of all rows or more. A target
 * without any is one whose values are not known yet.
 */
export function emptied(
  { quality: { reference, current }, missing }: Pick<ColumnResult, 'quality' | 'missing'>,
  { role }: Pick<ColumnSchema, 'role'>,
): Emptied | null {
  if (reference === undefined || current === undefined || role === 'ignored') return null;
  if (reference.count === 0 || current.count === 0) return null;
  const [before, after] = [missingShare(reference), missingShare(current)];
  if (after - before < LEAST_RISE || (role === 'target' && after === 1)) return null;
  return { before, after, qValue: missing?.qValue ?? null };
}
