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

const FORMS = { mae: 'size', error_rate: 'share' } as const;

/** Kinds of segments whose error is one thing in the reference and another in the current file. */
const CHANGED: readonly Segment['kind'][] = ['becameBad', 'grew'];
/** So many are dated, those that most of the error lies in first: each takes a walk over all rows. */
const MOST_DATED = 5;

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
 * (their errors, and 0 in all others) has another level. So few rows, or none, in a period are told
 * as such, and a segment of more rows is dated as one of larger errors. A segment of some months is left out: its periods are those of its condition.
 * @param found segments that hold, confirmed on other rows than they were found on; all of their rows are dated
 * @param dating see there
 */
export function withSince(found: readonly MarkedSegment[], dating: Dating): Segment[] {
  const { files, basis, axis, dates, seed } = dating;
  const segments = found.map(({ segment }) => segment);
  if (axis === null || dates === null || basis === 'membership' || Object.keys(files).length < 2) return segments;
  const dated = found
    .filter(({ segment }) => CHANGED.includes(segment.kind) && !isOfMonths(segment))
    .slice(0, MOST_DATED)
    .map(({ segment, marks }) => ({
      segment,
      values: mapSides(marks, (marked, side) => partIn(marked, files[side]?.values ?? new Float64Array())),
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

/** What each row gives to the mean of all. */
function partIn(marks: Uint8Array, errors: Float64Array): Float64Array {
  const parts = new Float64Array(errors.length);
  for (let row = 0; row < parts.length; row++) {
    const error = errors[row]!;
    if (marks[row] === 1 || error !== error) parts[row] = error;
  }
  return parts;
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
