import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { ColumnDrift, ColumnResult } from '../../facts/document/drift.ts';
import { asNews, columnFinding, graded } from './finding.ts';

interface Range {
  min: number;
  max: number;
}

const rangeOf = (quality: ColumnQuality | undefined): Range | null =>
  quality === undefined || quality.min === null || quality.max === null ? null : { min: quality.min, max: quality.max };

/** How far a range reaches beyond another, in lengths of that; infinite where it has none. */
function excessRatio(reference: Range, current: Range): number {
  const excess = Math.max(reference.min - current.min, current.max - reference.max);
  if (excess <= 0) return 0;
  return reference.max === reference.min ? Infinity : excess / (reference.max - reference.min);
}

const beyondOf = ({ drift }: ColumnResult): ColumnDrift['beyond'] =>
  drift !== null && 'beyond' in drift ? drift.beyond : undefined;

/** Current extremes beyond the reference's: how far, in reference ranges, and how many values. */
export const outOfRange = columnFinding('out-of-range', ({ result, config }) => {
  const { quality, distribution, findingTests } = result;
  if (distribution?.kind !== 'numeric' || distribution.scale === 'time') return [];
  const [reference, current] = [rangeOf(quality.reference), rangeOf(quality.current)];
  if (reference === null || current === null) return [];
  const ratio = excessRatio(reference, current);
  if (ratio === 0) return [];
  const beyond = beyondOf(result);
  return [
    {
      ...asNews(findingTests?.['out-of-range'], config, graded(ratio, 1, 0.1)),
      side: 'current',
      values: { reference, current, ...(beyond && { rows: beyond }) },
      ...(Number.isFinite(ratio) && { value: ratio }),
      ...(beyond && { rows: beyond.below + beyond.above }),
    },
  ];
});
