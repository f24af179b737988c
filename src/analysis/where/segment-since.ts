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

/** What the dates of segments go by. */
export interface Dating {
  files: PerSide<RowsInOrder>;
  basis: SearchBasis;
  /** The report's periods, and the finer ones that dates are told by; null where no column tells the time. */
  axis: SharedAxis | null;
  dates: SharedAxis | null;
  seed: number;
}

/**
 * The segments with since when they hurt, where they changed and a date can be told: since when what their rows give to the mean error of all rows
 * (their errors, and 0 in all others) has another level, or, without a model, their share of all rows. So few rows, or none, in a period are told
 * as such, and a segment of more rows is dated as one of larger errors. A segment of some months is left out: its periods are those of its condition.
 * @param found segments that hold, confirmed on other rows than they were found on; all of their rows are dated
 * @param dating see there
 */
export function withSince(found: readonly MarkedSegment[], dating: Dating): Segment[] {
  const { files, basis, axis, dates, seed } = dating;
  const segments = found.map(({ segment }) => segment);
  if (axis === null || dates === null || Object.keys(files).length < 2) return segments;
  const dated = found
    .filter(({ segment }) => CHANGED.includes(segment.kind) && !isOfMonths(segment))
    .map(({ segment, marks }) => ({
      segment,
      values: mapSides(marks, (marked, side) => partIn(marked, files[side]?.values ?? null)),
    }));
  const steps = levelSteps(
    dated.map(({ values }): DatedSeries => ({ ...seriesOf(values, dates), form: FORMS[basis] })),
    seed,
  );
  const told = new Map(
    dated.flatMap(({ segment, values }, i) => {
      const step = elementAt(steps, i);
      return 'cause' in step ? [] : [[segment, { since: step, overTime: seriesOf(values, axis) }]];
    }),
  );
  return segments.map((segment) => ({ ...segment, ...told.get(segment) }));
}

const isOfMonths = ({ conditions }: Segment): boolean =>
  conditions.some((condition) => condition.kind === 'clock' && condition.part === 'month');

/** What each row gives to the mean of all; without errors whether it is marked. */
function partIn(marks: Uint8Array, errors: Float64Array | null): Float64Array {
  if (errors === null) return Float64Array.from(marks);
  return errors.map((error, row) => (marks[row] === 1 || error !== error ? error : 0));
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
