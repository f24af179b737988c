import { elementAt } from '../../facts/element-at.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { Segment, Where } from '../../facts/document/where.ts';
import type { ConfirmedSegment } from '../../stats/segments/judge.ts';
import { rowsIn } from '../../stats/segments/overlap.ts';
import type { SegmentsFound } from '../../stats/segments/search.ts';
import type { RowsInOrder } from '../../stats/segments/split-rows.ts';
import type { CodedColumn } from './code-column.ts';
import { withSince, type Dating, type MarkedSegment } from './segment-since.ts';
import { conditionOf } from './condition-of.ts';

/** Of errors that grew by less than this factor, no part of the growth is said. */
const LEAST_GROWTH = 1.05;

/** Segments as the document has them. */
export function toldSegments(
  columns: readonly CodedColumn[],
  files: PerSide<RowsInOrder>,
  { found, costs, ...dating }: { found: SegmentsFound; costs: PerSide<Float64Array> } & Omit<Dating, 'files'>,
): Pick<Where, 'search' | 'segments'> {
  const { basis } = dating;
  const whole = basis === 'membership' ? {} : mapSides(files, ({ values }) => meanOf(values ?? new Float64Array()));
  return {
    search: {
      ...{ state: 'searched', basis, columns: columns.length, found: found.found, confirmed: found.confirmed },
      ...{ whole, tested: found.tested, nested: found.nested },
    },
    segments: withSince(
      found.segments.map((segment) => toldSegment(segment, columns, { files, costs })),
      { files, ...dating },
    ),
  };
}

function toldSegment(
  { sets, kind, sides, excess, qValue }: ConfirmedSegment,
  columns: readonly CodedColumn[],
  { files, costs }: { files: PerSide<RowsInOrder>; costs: PerSide<Float64Array> },
): MarkedSegment {
  const measure: Segment['measure'] = {};
  mapSides(sides, (side, name) => {
    if (side.measure !== null) measure[name] = side.measure;
  });
  const hasLosses = Object.keys(measure).length > 0;
  const marks = mapSides(files, (_, side) => rowsIn({ sets }, columns, side));
  const segment: Segment = {
    conditions: sets.map(({ column, bins }) => conditionOf(elementAt(columns, column), bins)),
    kind,
    rows: mapSides(marks, (marked, side) => countIn(marked, files[side]?.values ?? null)),
    share: mapSides(sides, ({ share }) => share),
    measure,
    coverage: hasLosses ? mapSides(sides, ({ coverage }) => coverage) : {},
    excess: hasLosses ? excess : null,
    growth: growthIn(sides),
    ...costsIn(marks, costs),
    qValue,
  };
  return { segment, marks };
}

function countIn(marks: Uint8Array, values: Float64Array | null): number {
  let count = 0;
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] === 1 && (values === null || values[row] === values[row])) count++;
  }
  return count;
}

/** What rows of a segment cost; nothing where that is not known. */
function costsIn(marks: PerSide<Uint8Array>, costs: PerSide<Float64Array>): Pick<Segment, 'cost'> {
  const { current } = costs;
  if (current === undefined) return {};
  const segmentCosts = mapSides(costs, (rows, side) => rows.filter((_, row) => marks[side]?.[row] === 1));
  const rows = segmentCosts.current?.filter((cost) => cost === cost).length ?? 0;
  const perRow = mapSides(segmentCosts, meanOf);
  return { cost: { perRow, excess: rows * ((perRow.current ?? 0) - meanOf(current)) } };
}

/** Which part of what the mean of all rows grew by came from here. */
function growthIn({ current, reference }: ConfirmedSegment['sides']): number | null {
  if (!current?.measure || !reference?.measure || current.whole < LEAST_GROWTH * reference.whole) return null;
  const grown = current.whole * current.coverage - reference.whole * reference.coverage;
  return grown / (current.whole - reference.whole);
}

function meanOf(values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    sum += value;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
