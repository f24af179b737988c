import { elementAt } from '../../facts/element-at.ts';
import type { StretchSums } from '../../facts/summary-file.ts';
import { grouped } from './grouped.ts';
import type { Sums } from './sums.ts';

/**
 * The order of time; what has none comes first.
 * @param a milliseconds since 1970, UTC, or NaN
 * @param b the same
 */
export function byStart(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) ? 1 : a - b;
}

type Columns = [Float64Array, Float64Array, Float64Array, Float64Array];

/** Starts are put into their places without a sort where there are no more places than so many times as many. */
const SPARSE = 8;

/**
 * Sums in the order of time, each start once.
 * @param sums in any order
 * @param places which of them
 */
export function inTime(sums: Sums, places: readonly number[] = [...sums.starts.keys()]): StretchSums {
  const order = placesInTime(sums, places);
  const [starts, n, total, squares] = [0, 1, 2, 3].map(() => new Float64Array(order.length)) as Columns;
  let index = -1;
  for (const place of order) {
    const start = sums.starts[place]!;
    if (index < 0 || !Object.is(starts[index], start)) starts[++index] = start;
    n[index]! += sums.n[place]!;
    total[index]! += sums.total[place]!;
    squares[index]! += sums.squares[place]!;
  }
  const cut = (values: Float64Array): Float64Array => values.slice(0, index + 1);
  return { starts: cut(starts), n: cut(n), total: cut(total), squares: cut(squares) };
}

/**
 * Places in the order of time; those of one start stay in their order.
 * @param sums in any order
 * @param places which of them
 */
export const placesInTime = ({ starts }: Sums, places: readonly number[]): Uint32Array =>
  byPlace(starts, places) ?? sorted(starts, places);

const sorted = (starts: Float64Array, places: readonly number[]): Uint32Array =>
  Uint32Array.from(places).sort((a, b) => byStart(starts[a]!, starts[b]!));

/** The order of starts that lie on a grid, as days and stretches do; null where they do not, or are far apart. */
function byPlace(starts: Float64Array, places: readonly number[]): Uint32Array | null {
  let [low, high] = [Infinity, -Infinity];
  for (const place of places) {
    const start = starts[place]!;
    // Of what has no time there is no grid.
    if (!Number.isFinite(start)) return null;
    if (start < low) low = start;
    if (start > high) high = start;
  }
  const step = places.reduce((divisor, place) => commonDivisor(divisor, starts[place]! - low), 0);
  const slots = (high - low) / step + 1;
  if (!Number.isInteger(slots) || slots > SPARSE * places.length) return null;
  const slotStarts = new Uint32Array(slots + 1);
  for (const place of places) slotStarts[(starts[place]! - low) / step + 1]! += 1;
  for (let slot = 1; slot <= slots; slot++) slotStarts[slot]! += slotStarts[slot - 1]!;
  const order = new Uint32Array(places.length);
  for (const place of places) order[slotStarts[(starts[place]! - low) / step]!++] = place;
  return order;
}

/** The largest number that divides both; of 0 and another, that one. */
function commonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/**
 * Those with a time alone.
 * @param sums
 * @param places
 */
export const timed = (sums: Sums, places: readonly number[] = [...sums.starts.keys()]): StretchSums =>
  inTime(
    sums,
    places.filter((i) => !Number.isNaN(elementAt(sums.starts, i))),
  );

/**
 * The places of sums by their label.
 * @param sums
 */
export const byLabel = (sums: Sums): Map<string, number[]> =>
  grouped(sums.labels.keys(), (i) => elementAt(sums.labels, i));
