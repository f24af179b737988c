import { LEAST_REFERENCE_ROWS } from '../compare/within/stratum-weights.ts';
import type { RankClasses } from './rank-classes.ts';
import { stepsBetween, type StretchDistances } from './stretches.ts';

/** Rows of a reference in their order. */
export interface StratifiedRows {
  /** The class of each value. */
  positions: Uint16Array;
  /** The stratum of each, counted from 0. */
  strata: Int32Array;
  /** The stretch of each; negative for none. */
  stretches: Int32Array;
  /** The rank of each, less the mean of its stratum. */
  residuals: Float64Array;
}

/** Steps of the work, strata · classes · stretches, up to which it is done. */
const MOST_STEPS = 50_000_000;

/**
 * Distances of stretches of a column from the rest of it as the strata of the stretch are mixed: how far a new stretch lies from a reference that
 * is weighted by it. Strata with fewer than ten other rows are left out of a stretch, and stretches of which less than half of the usual
 * number of rows remains. O(rows + stretches · strata · classes).
 * @param rows of the reference
 * @param shape how many stretches and strata there are
 * @param classes of the column
 * @returns none where that would be too much work
 */
export function stratifiedStretches(
  rows: StratifiedRows,
  shape: { stretches: number; strata: number },
  classes: RankClasses,
): StretchDistances {
  const width = classes.count;
  const places = placesByStretch(rows.stretches, shape.stretches);
  const isTooMuch = shape.stretches * shape.strata * width > MOST_STEPS;
  const usual = places.map(({ length }) => length).sort((a, b) => a - b)[Math.floor(shape.stretches / 2)] ?? 0;
  const total = tableOf(places.flat(), rows, { width, strata: shape.strata });
  const steps = stepsBetween(classes);
  const found = (isTooMuch ? [] : places).flatMap((own) => {
    const compared = compareStretch(own, total, { rows, width, steps });
    return compared.size === 0 || compared.size < usual / 2 ? [] : [compared];
  });
  return {
    gaps: Float64Array.from(found, ({ gap }) => gap),
    areas: Float64Array.from(found, ({ area }) => area),
    means: Float64Array.from(found, ({ mean }) => mean),
  };
}

function placesByStretch(stretches: Int32Array, count: number): number[][] {
  const places = Array.from({ length: count }, (): number[] => []);
  stretches.forEach((stretch, place) => {
    if (stretch >= 0) places[stretch]!.push(place);
  });
  return places;
}

/** Rows by stratum and class, and by stratum. */
interface Table {
  counts: Float64Array;
  sizes: Float64Array;
}

function tableOf(
  places: readonly number[],
  { positions, strata }: StratifiedRows,
  shape: { width: number; strata: number },
): Table {
  const { width, strata: count } = shape;
  const table = { counts: new Float64Array(count * width), sizes: new Float64Array(count) };
  for (const place of places) {
    table.counts[strata[place]! * width + positions[place]!]!++;
    table.sizes[strata[place]!]!++;
  }
  return table;
}

/** One stretch beside the rest, which has the same mix of strata. */
function compareStretch(
  places: readonly number[],
  total: Table,
  { rows, width, steps }: { rows: StratifiedRows; width: number; steps: Float64Array },
): { size: number; gap: number; area: number; mean: number } {
  const own = tableOf(places, rows, { width, strata: total.sizes.length });
  const isUsed = (h: number): boolean => own.sizes[h]! > 0 && total.sizes[h]! - own.sizes[h]! >= LEAST_REFERENCE_ROWS;
  const used = Array.from(total.sizes.keys()).filter(isUsed);
  const size = used.reduce((sum, h) => sum + own.sizes[h]!, 0);
  const difference = new Float64Array(width);
  for (const h of used) {
    const weight = own.sizes[h]! / (total.sizes[h]! - own.sizes[h]!);
    for (let i = 0; i < width; i++) {
      const count = own.counts[h * width + i]!;
      difference[i]! += (count - weight * (total.counts[h * width + i]! - count)) / size;
    }
  }
  let [upTo, gap, area] = [0, 0, 0];
  for (let i = 0; i < width; i++) {
    upTo += difference[i]!;
    gap = Math.max(gap, Math.abs(upTo));
    area += Math.abs(upTo) * steps[i]!;
  }
  const isIn = new Set(used);
  const sum = places.reduce((all, place) => all + (isIn.has(rows.strata[place]!) ? rows.residuals[place]! : 0), 0);
  return { size, gap, area, mean: sum / size };
}
