import { sortedOrder } from '../../stats/describe/sorted-order.ts';
import type { Pairing } from '../../facts/document/performance.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';

/** Which rows of two files belong together by what identifies them. */
export interface Matched {
  /** The row of the reference that each row is, −1 for none; by file. */
  places: Record<Side, Int32Array>;
  pairs: number;
  /** Rows without an identifier, rows that share theirs with another row of their file, and rows that the other file does not have. */
  without: Record<Side, number>;
  double: Record<Side, number>;
  alone: Record<Side, number>;
}

/**
 * Pairs the rows of two files by an identifier, whatever order they stand in; one that a file has twice pairs nothing. O(n).
 * @param reference one number a row that stands for the identifier, NaN where it is missing
 * @param current the same
 */
export function matchRows(reference: Float64Array, current: Float64Array): Matched {
  const [a, b] = [single(reference), single(current)];
  const places = {
    reference: new Int32Array(reference.length).fill(-1),
    current: new Int32Array(current.length).fill(-1),
  };
  let pairs = 0;
  for (let i = 0, j = 0; i < a.rows.length && j < b.rows.length;) {
    const [referenceRow, currentRow] = [a.rows[i]!, b.rows[j]!];
    const [referenceId, currentId] = [reference[referenceRow]!, current[currentRow]!];
    if (referenceId === currentId) {
      places.reference[referenceRow] = referenceRow;
      places.current[currentRow] = referenceRow;
      pairs++;
    }
    if (referenceId <= currentId) i++;
    if (currentId <= referenceId) j++;
  }
  return {
    places,
    pairs,
    without: { reference: a.without, current: b.without },
    double: { reference: a.double, current: b.double },
    alone: { reference: a.rows.length - pairs, current: b.rows.length - pairs },
  };
}

/** Rows whose identifier no other row of the file has, by its size. */
function single(ids: Float64Array): { rows: Int32Array; without: number; double: number } {
  const order = sortedOrder(ids);
  const rows = new Int32Array(ids.length);
  const idAt = (i: number): number => (i >= 0 && i < order.length ? ids[order[i]!]! : NaN);
  let [kept, missing, double] = [0, 0, 0];
  for (let i = 0; i < order.length; i++) {
    const id = idAt(i);
    if (id !== id) missing++;
    else if (id === idAt(i - 1) || id === idAt(i + 1)) double++;
    else rows[kept++] = order[i]!;
  }
  return { rows: rows.subarray(0, kept), without: missing, double };
}

/** So large a part of both files has to pair for them to be taken for the same rows. */
const SAME_SHARE = 0.9;

/** How rows of both files belong together. */
export interface PairsFound extends Omit<Matched, 'places'>, Pick<Pairing, 'samePredictions'> {
  by: Pairing['by'];
  /** Which of the identifiers that were offered; 0 for the order of the rows. */
  identifier: number;
  /** Pairs whose targets differ. */
  targetsApart: number;
  /** The files hold the same rows. */
  same: boolean;
}

/**
 * The identifier that pairs most rows; without any that pairs, the order of the rows where every target is the same.
 * @param ids of each identifier one number a row, by file
 * @param targets of both files
 */
export function findPairs(
  ids: readonly Record<Side, Float64Array>[],
  targets: Record<Side, ArrayLike<number>>,
): { found: PairsFound; places: PerSide<Int32Array> } | null {
  const tried = ids.map((identifier, index) => ({
    which: index,
    matched: matchRows(identifier.reference, identifier.current),
  }));
  const [best] = tried.toSorted((a, b) => b.matched.pairs - a.matched.pairs);
  if (best !== undefined && best.matched.pairs > 0) {
    const { places, ...said } = best.matched;
    const targetsApart = countDifferent(targets, places.current);
    const longest = Math.max(targets.reference.length, targets.current.length);
    const isSame = targetsApart === 0 && said.pairs >= SAME_SHARE * longest && varies(targets.reference);
    if (isSame || !sameOrder(targets)) {
      return { found: { by: 'id', identifier: best.which, ...said, targetsApart, same: isSame }, places };
    }
  }
  if (!sameOrder(targets)) return null;
  const zeros = { reference: 0, current: 0 };
  const found: PairsFound = {
    ...{ by: 'order', identifier: 0, pairs: targets.reference.length, targetsApart: 0, same: true },
    ...{ without: zeros, double: zeros, alone: zeros },
  };
  return { found, places: {} };
}

/** Whether one model predicted both files: every series that it made is the same in every pair of rows. */
const sameInPairs = (
  series: readonly Record<Side, ArrayLike<number>>[],
  places: Int32Array = Int32Array.from(series[0]?.current ?? [], (_, row) => row),
): boolean => series.every((pair) => countDifferent(pair, places) === 0);

/**
 * The same with all that was said of the rows.
 * @param pairs of the rows
 * @param reference predictions and scores, at least one
 * @param current as many
 */
export function withPredictions(
  pairs: ReturnType<typeof findPairs>,
  reference: readonly ArrayLike<number>[],
  current: readonly ArrayLike<number>[],
): PairsFound | null {
  if (pairs === null) return null;
  const series = reference.map((before, i) => ({ reference: before, current: current[i] ?? [] }));
  return { ...pairs.found, ...(sameInPairs(series, pairs.places.current) && { samePredictions: true }) };
}

function countDifferent(targets: Record<Side, ArrayLike<number>>, places: Int32Array): number {
  let count = 0;
  places.forEach((place, row) => {
    if (place >= 0 && !Object.is(targets.reference[place], targets.current[row])) count++;
  });
  return count;
}

function varies(values: ArrayLike<number>): boolean {
  for (let row = 1; row < values.length; row++) if (!Object.is(values[row], values[0])) return true;
  return false;
}

function sameOrder({ reference, current }: Record<Side, ArrayLike<number>>): boolean {
  if (reference.length !== current.length || !varies(reference)) return false;
  for (let row = 0; row < reference.length; row++) if (!Object.is(reference[row], current[row])) return false;
  return true;
}
