import { elementAt } from '../../facts/element-at.ts';
import type { OverTime } from '../../facts/document/distribution.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { PerSide } from '../../facts/document/side.ts';
import type { SearchBasis, Segment } from '../../facts/document/where.ts';
import type { RowsInOrder } from '../../stats/segments/split-rows.ts';
import { periodsOf, periodSums, type SharedAxis } from '../summarise/periods.ts';
import { levelSteps, type DatedSeries } from './level-step.ts';

/** A segment, and which rows of each file are in it: 1 or 0. */
export interface MarkedSegment {
  segment: Segment;
  marks: PerSide<Uint8Array>;
}

const FORMS = { mae: 'size', error_rate: 'share', membership: 'share' } as const;

/** Kinds of segments that are one thing in the reference and another in the current file. */
const CHANGED: readonly Segment['kind'][] = ['becameBad', 'grew', 'differs', 'rare'];

/**
 * The segments with since when their error (or their share of the rows) has another level, where they changed and a date can be told.
 * A segment of some months is left out: the periods that it has are those of its condition.
 * @param found segments that hold, confirmed on other rows than they were found on; all of their rows are dated
 * @param given the files' errors, their time axis (null where no column tells the time) and the seed of the dates
 */
export function withSince(
  found: readonly MarkedSegment[],
  {
    files,
    axis,
    basis,
    seed,
  }: { files: PerSide<RowsInOrder>; axis: SharedAxis | null; basis: SearchBasis; seed: number },
): Segment[] {
  const segments = found.map(({ segment }) => segment);
  if (axis === null || Object.keys(files).length < 2) return segments;
  const dated = found.filter(({ segment }) => CHANGED.includes(segment.kind) && !isOfMonths(segment));
  const series = dated.map(({ marks }): DatedSeries => ({
    ...seriesOf(
      mapSides(marks, (marked, side) => valuesIn(marked, files[side]?.values ?? null)),
      axis,
    ),
    form: FORMS[basis],
  }));
  const sinceOf = new Map(levelSteps(series, seed).map((step, i) => [elementAt(dated, i).segment, { step, i }]));
  return segments.map((segment) => {
    const told = sinceOf.get(segment);
    if (told === undefined || 'cause' in told.step) return segment;
    const { timeColumn, unit, periods } = elementAt(series, told.i);
    return { ...segment, since: told.step, overTime: { timeColumn, unit, periods } };
  });
}

const isOfMonths = ({ conditions }: Segment): boolean =>
  conditions.some((condition) => condition.kind === 'clock' && condition.part === 'month');

/** The errors of the marked rows, NaN in others; without errors whether a row is marked. */
function valuesIn(marks: Uint8Array, errors: Float64Array | null): Float64Array {
  if (errors === null) return Float64Array.from(marks);
  return errors.map((error, row) => (marks[row] === 1 ? error : NaN));
}

function seriesOf(values: PerSide<Float64Array>, { timeColumn, unit, axes }: SharedAxis): OverTime {
  const periods = mapSides(values, (side, name) => {
    const axis = axes[name];
    // The spread of errors is not shown.
    const means = axis === undefined ? [] : periodsOf(periodSums({ values: side, missing: null }, axis));
    return means.map((period) => ({ ...period, std: null }));
  });
  return { timeColumn, unit, periods };
}
