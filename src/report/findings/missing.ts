import { emptied, missingShare } from '../verdict/emptied.ts';
import { columnFinding, graded } from './finding.ts';

/** Cells without a value: more or fewer than in the reference, or else many. A column that emptied is a finding of its own. */
export const missing = columnFinding('missing', ({ schema, result, config }) => {
  if (emptied(result, schema) !== null) return [];
  const { quality, missing: test } = result;
  const { reference, current } = quality;
  const referenceShare = reference === undefined ? 0 : missingShare(reference);
  const currentShare = current === undefined ? 0 : missingShare(current);
  const qValue = reference === undefined || current === undefined ? undefined : test?.qValue;
  const rise = currentShare - referenceShare;
  if (qValue !== undefined && qValue < config.alpha && rise !== 0) {
    const values = { share: currentShare, change: { before: referenceShare, after: currentShare, qValue } };
    return [{ severity: graded(rise, 0.2, 0.02), side: 'current', value: currentShare, values }];
  }
  const share = Math.max(referenceShare, currentShare);
  return share < 0.01 ? [] : [{ severity: graded(share, 0.9, 0.3), value: share, values: { share, change: null } }];
});
