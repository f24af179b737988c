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

/**
 * Sums in the order of time, each start once.
 * @param sums in any order
 * @param places which of them
 */
export function inTime(sums: Sums, places: readonly number[] = [...sums.starts.keys()]): StretchSums {
  const order = Uint32Array.from(places).sort((a, b) => byStart(sums.starts[a]!, sums.starts[b]!));
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
