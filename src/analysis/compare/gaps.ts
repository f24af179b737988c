import type { ColumnDrift, CurveGap, LevelGap } from '../../facts/document/drift.ts';
import { compareCurves } from '../../stats/compare/numeric/compare-curves.ts';
import { cumulativeShare } from '../../stats/describe/ecdf.ts';
import { commonLevels, type FrequencyTable } from '../../stats/describe/frequency-table.ts';
import { niceStep } from '../../stats/describe/nice-step.ts';
import type { Pair } from '../summarise/outliers.ts';

/** Round values to a tenth, a hundredth and a thousandth of the scale, the roundest first. */
const FINENESS = [10, 100, 1000];
/** A round value shows the gap where it leaves so much of it. */
const MOST_OF_IT = 0.9;

/**
 * Where the cumulative curves of two columns are farthest apart, at the roundest value that still shows it, and the
 * exact share of either side up to that value. A round value is no cell of the data.
 * @param pair both with values
 * @param scale of the reference, > 0, in the column's unit
 * @returns null where the curves do not differ or no round value shows it
 */
export function curveGap({ reference, current }: Pair, scale: number): CurveGap | null {
  const { scaledGap, gapAt } = compareCurves(reference, current);
  const largest = scaledGap / (reference.size * current.size);
  const shares = { reference: cumulativeShare(reference), current: cumulativeShare(current) };
  return shownGap({ size: largest, at: gapAt.x, ...shares }, scale);
}

/** Where two cumulative curves are farthest apart, and what share of either side lies up to a value. */
interface Gap {
  size: number;
  at: number;
  reference: (value: number) => number;
  current: (value: number) => number;
}

/** The same at the roundest value that still shows it; null where none does. */
export function shownGap({ size, at, reference, current }: Gap, scale: number): CurveGap | null {
  if (size === 0 || !(scale > 0) || !Number.isFinite(scale)) return null;
  const candidates = FINENESS.map((steps): CurveGap => {
    const value = roundedTo(at, niceStep(scale, steps));
    return { value, reference: reference(value), current: current(value) };
  });
  return candidates.find((gap) => Math.abs(gap.reference - gap.current) >= MOST_OF_IT * size) ?? null;
}

/** 72.3 by 0.2 is 72.4, as the decimal that is meant. */
const roundedTo = (value: number, step: number): number => Number((Math.round(value / step) * step).toPrecision(12));

/** The level whose share of rows differs most between two tables, the rarer one of two levels; null where none does. */
export function levelGap(reference: FrequencyTable, current: FrequencyTable): LevelGap | null {
  const { levels, reference: before, current: after } = commonLevels(reference, current);
  let largest: LevelGap | null = null;
  levels.forEach((level, i) => {
    const [r, c] = [before[i] ?? 0, after[i] ?? 0];
    const gap = { level, rows: r + c, reference: r / reference.size, current: c / current.size };
    const isRarer = levels.length === 2 && largest !== null && gap.rows < largest.rows;
    if (sizeOf(gap) > (largest === null || isRarer ? 0 : sizeOf(largest))) largest = gap;
  });
  return largest;
}

const sizeOf = ({ reference, current }: Pick<LevelGap, 'reference' | 'current'>): number =>
  Math.abs(current - reference);

/** A rare level whose share changed by so much of the largest difference says what happened. */
const ENOUGH_OF_GAP = 0.5;

/** The level that a column's change is told of: the one whose share differs most, or the rare one that became more or less frequent where it makes up most of that. */
export function toldLevel({
  levelGap: gap,
  rateChange: rate,
}: Pick<ColumnDrift, 'levelGap' | 'rateChange'>): LevelGap | null {
  if (gap === undefined) return null;
  if (rate === undefined) return gap;
  return sizeOf(rate) >= ENOUGH_OF_GAP * sizeOf(gap) ? rate : gap;
}
