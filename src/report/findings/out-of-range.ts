import type { ColumnQuality } from '../../facts/document/columns.ts';
import type { ColumnDrift, ColumnResult } from '../../facts/document/drift.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { asNews, columnFinding, graded, type RowFacts } from './finding.ts';
import { rowsBeyond } from './rows.ts';

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

/** The ranges of both files where the current one reaches beyond the other; those of times say nothing. */
function rangesOf({ quality, distribution }: ColumnResult): { reference: Range; current: Range } | null {
  if (distribution?.kind !== 'numeric' || distribution.scale === 'time') return null;
  const [reference, current] = [rangeOf(quality.reference), rangeOf(quality.current)];
  return reference === null || current === null || excessRatio(reference, current) === 0
    ? null
    : { reference, current };
}

/** Current extremes beyond the reference's: how far, in reference ranges, and how many values. */
export const outOfRange = columnFinding('out-of-range', rowsOutOfRange, ({ result, config }) => {
  const ranges = rangesOf(result);
  const beyond = beyondOf(result);
  const rows = beyond && beyond.below + beyond.above;
  // None on the digits that both files have.
  if (ranges === null || rows === 0) return [];
  const ratio = excessRatio(ranges.reference, ranges.current);
  return [
    {
      ...asNews(result.findingTests?.['out-of-range'], config, graded(ratio, 1, 0.1)),
      side: 'current',
      values: { ...ranges, ...(beyond && { rows: beyond }) },
      ...(Number.isFinite(ratio) && { value: ratio }),
      ...(rows !== undefined && { rows }),
    },
  ];
});

/** As many as are beyond on the digits that both files have. */
function rowsOutOfRange({ column, values: { reference }, facts }: RowFacts<'out-of-range'>): RowsAsked[] {
  return rowsBeyond(column, { low: reference.min, high: reference.max }, facts.rows);
}
