import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { effectiveSize } from '../adjust/effective-size.ts';
import { orderWindow } from '../adjust/order-window.ts';
import type { Ecdf } from '../describe/ecdf.ts';
import { segmentBlocks, type SegmentBlocks } from './block-sums.ts';
import { findSegments, type BinnedColumn, type FoundSegment } from './find-segments.ts';
import { judgeSegments, type HeldSegment, type JudgedSegments } from './judge.ts';
import { differentSegments, rowsIn } from './overlap.ts';
import type { Aim } from './scores.ts';
import { codesAt, splitRows, valuesAt, type RowsInOrder, type SplitRows } from './split-rows.ts';

/** How segments were searched, and those that hold. */
export interface SegmentsFound extends JudgedSegments {
  /** Rows that segments were found on, and those that they were confirmed on. */
  found: PerSide<number>;
  confirmed: PerSide<number>;
}

/** So many segments are tested. */
const MOST_TESTED = 20;
const AIMS: Record<'losses' | 'rows', (sides: number) => Aim[]> = {
  losses: (sides) => (sides === 2 ? ['level', 'growth'] : ['level']),
  rows: () => ['rise', 'fall'],
};

/**
 * Segments that stand out: found on one half of the rows and confirmed on the other at what rows are worth, with q-values over all
 * that was tested (Benjamini and Hochberg) and a floor of what matters. Where nothing stands out there are none: at most α of
 * reports in which nothing does have one.
 * @param columns in bins, over all rows
 * @param files what is known of their rows, with losses where segments are to have larger ones
 * @param alpha level
 */
export function searchSegments(
  columns: readonly BinnedColumn[],
  files: PerSide<RowsInOrder>,
  alpha: number,
): SegmentsFound {
  const split = mapSides(files, splitRows);
  const hasLosses = files.current?.values !== null;
  const aims = AIMS[hasLosses ? 'losses' : 'rows'](Object.keys(files).length);
  const searched = halfOf(
    columns,
    files,
    mapSides(split, ({ found }) => found),
  );
  const found = differentSegments(findSegments(searched.columns, searched.losses, aims), searched.columns, MOST_TESTED);
  // Of the rows that confirm, columns are looked at that some segment is made of.
  const used = new Set(found.flatMap(({ sets }) => sets.map(({ column }) => column)));
  const confirming = halfOf(
    columns.map((column, place) => (used.has(place) ? column : { ...column, codes: {} })),
    files,
    mapSides(split, ({ confirmed }) => confirmed),
  );
  const held = found.map((segment) => holdAgainst(segment, { ...confirming, split, files }));
  return {
    ...judgeSegments(held, { alpha, hasLosses }),
    found: mapSides(split, (side) => side.found.length),
    confirmed: mapSides(split, ({ confirmed }) => confirmed.length),
  };
}

interface Half {
  columns: BinnedColumn[];
  losses: PerSide<Float64Array>;
}

function halfOf(columns: readonly BinnedColumn[], files: PerSide<RowsInOrder>, rows: PerSide<Uint32Array>): Half {
  const losses: PerSide<Float64Array> = {};
  mapSides(rows, (picked, side) => {
    const values = files[side]?.values ?? null;
    if (values !== null) losses[side] = valuesAt(values, picked);
  });
  const picked = ({ codes }: BinnedColumn): PerSide<Uint8Array> =>
    mapSides(codes, (side, name) => codesAt(side, rows[name] ?? new Uint32Array()));
  return { losses, columns: columns.map((column) => ({ ...column, codes: picked(column) })) };
}

interface Confirming extends Half {
  split: PerSide<SplitRows>;
  files: PerSide<RowsInOrder>;
}

function holdAgainst(segment: FoundSegment, { columns, losses, split, files }: Confirming): HeldSegment {
  const marks = mapSides(split, (_, side) => rowsIn(segment, columns, side));
  const blocks = mapSides(split, ({ block, blocks: count, length }, side): SegmentBlocks => {
    const segmentMarks = marks[side] ?? new Uint8Array();
    const time = losses[side] === undefined ? timeOf(segmentMarks) : (files[side]?.time ?? 1);
    const missed = time > 1 ? Math.min(0.5, time / (2 * length)) : 0;
    return segmentBlocks(segmentMarks, losses[side], { block, blocks: count, missed });
  });
  return { segment, blocks, marks: marks.current ?? new Uint8Array() };
}

/** How many rows in a row tell as much of the segment's share as one. */
function timeOf(marks: Uint8Array): number {
  const { start, end } = orderWindow(marks.length);
  const values = Float64Array.from(marks.subarray(start, end));
  let marked = 0;
  for (let row = 0; row < values.length; row++) marked += values[row]!;
  return effectiveSize(values, null, ecdfOfMarks(values.length, marked)).time;
}

/** Without sorting what has two values. */
function ecdfOfMarks(size: number, marked: number): Ecdf {
  const levels = [
    { value: 0, count: size - marked },
    { value: 1, count: marked },
  ].filter(({ count }) => count > 0);
  return {
    values: Float64Array.from(levels, ({ value }) => value),
    counts: Uint32Array.from(levels, ({ count }) => count),
    ...{ size, missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 },
  };
}
