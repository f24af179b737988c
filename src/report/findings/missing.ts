import type { ColumnQuality } from '../../facts/document/columns.ts';
import { columnFinding, graded } from './finding.ts';

const shareMissing = ({ missing, nan, count }: ColumnQuality): number => (count === 0 ? 0 : (missing + nan) / count);

/** From this share on missing cells are worth a word. */
const LEAST_SHARE = 0.01;

/** Cells without a value: more or fewer than in the reference, or else many, which is no news where both files lack them. */
export const missing = columnFinding('missing', ({ result: { quality, missing: test }, config }) => {
  const { reference, current } = quality;
  const referenceShare = reference === undefined ? 0 : shareMissing(reference);
  const currentShare = current === undefined ? 0 : shareMissing(current);
  const qValue = test?.qValue;
  const rise = currentShare - referenceShare;
  if (qValue !== undefined && qValue < config.alpha && rise !== 0) {
    const values = { share: currentShare, change: { before: referenceShare, after: currentShare, qValue } };
    return [{ severity: graded(rise, 0.2, 0.02), side: 'current', value: currentShare, qValue, values }];
  }
  const share = Math.max(referenceShare, currentShare);
  if (share < LEAST_SHARE) return [];
  if (reference === undefined || current === undefined)
    return [{ severity: graded(share, 0.9, 0.3), value: share, values: { share, change: null } }];
  const shares = { reference: referenceShare, current: currentShare };
  return [
    { severity: 'low', value: share, ...(qValue !== undefined && { qValue }), values: { share, change: null, shares } },
  ];
});
