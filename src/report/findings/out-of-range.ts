import type { ColumnQuality } from '../../facts/document/columns.ts';
import { columnFinding, graded } from './finding.ts';

interface Range {
  min: number;
  max: number;
}

const rangeOf = (quality: ColumnQuality | undefined): Range | null =>
  quality === undefined || quality.min === null || quality.max === null ? null : { min: quality.min, max: quality.max };

/** Current extremes beyond the reference's: how far, in reference ranges. */
export const outOfRange = columnFinding('out-of-range', ({ result: { quality, distribution } }) => {
  if (distribution?.kind !== 'numeric' || distribution.scale === 'time') return [];
  const [reference, current] = [rangeOf(quality.reference), rangeOf(quality.current)];
  if (reference === null || current === null) return [];
  const excess = Math.max(reference.min - current.min, current.max - reference.max);
  if (excess <= 0) return [];
  const ratio = reference.max === reference.min ? Infinity : excess / (reference.max - reference.min);
  const value = Number.isFinite(ratio) ? { value: ratio } : {};
  return [{ severity: graded(ratio, 1, 0.1), side: 'current', values: { reference, current }, ...value }];
});
