import { isDated, type ColumnResult } from '../../facts/document/drift.ts';
import { emptied, missingShare } from '../verdict/emptied.ts';
import { toldStep } from '../verdict/since.ts';
import { columnFinding, graded } from './finding.ts';
import { rowsWithout } from './rows.ts';

/** From this share on missing cells are worth a word. */
const LEAST_SHARE = 0.01;

/** Since when, where a date is told. */
function stepOf({ missingOverTime }: ColumnResult): { step?: ReturnType<typeof toldStep> } {
  const dating = missingOverTime?.dating;
  return dating !== undefined && isDated(dating) ? { step: toldStep(dating) } : {};
}

/**
 * Cells without a value: more or fewer than in the reference, or else many, which is no news where both files lack them. A column that emptied
 * is a finding of its own.
 */
export const missing = columnFinding('missing', rowsWithout, ({ schema, result, config }) => {
  if (emptied(result, schema) !== null) return [];
  const { reference, current } = result.quality;
  const shares = {
    reference: reference === undefined ? 0 : missingShare(reference),
    current: current === undefined ? 0 : missingShare(current),
  };
  const qValue = result.missing?.qValue;
  const rise = shares.current - shares.reference;
  if (qValue !== undefined && qValue < config.alpha && rise !== 0) {
    const change = { before: shares.reference, after: shares.current, qValue, ...stepOf(result) };
    const values = { share: shares.current, change };
    return [{ severity: graded(rise, 0.2, 0.02), side: 'current', value: shares.current, qValue, values }];
  }
  const share = Math.max(shares.reference, shares.current);
  if (share < LEAST_SHARE) return [];
  if (reference === undefined || current === undefined)
    return [{ severity: graded(share, 0.9, 0.3), value: share, values: { share, change: null } }];
  const values = { share, change: null, shares };
  return [{ severity: 'low', value: share, ...(qValue !== undefined && { qValue }), values }];
});
