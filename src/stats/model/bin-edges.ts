import { kernelOf } from '../kernel/kernel.ts';
import { placeArrays } from '../kernel/placed-arrays.ts';
import { sortFloat64 } from '../describe/sort.ts';

/** Rows that the edges are taken from, where there are more. */
const SAMPLE_ROWS = 50_000;

/**
 * Inner edges of bins that hold about equally many values: quantiles (type 1) of the finite ones, of every k-th where
 * there are many. A bin holds what lies above the edge before it, up to and with its own. O(n).
 *
 * @param values NaN and ±∞ are left out
 * @param bins how many at most
 * @returns at most bins − 1 increasing values, e.g. (2, 4) for three bins of (1, 2, 3, 4, 5, 6); none for a constant
 */
export function binEdges(values: Float64Array, bins: number): number[] {
  const step = Math.max(1, Math.floor(values.length / SAMPLE_ROWS));
  const sample = new Float64Array(Math.ceil(values.length / step));
  let size = 0;
  for (let row = 0; row < values.length; row += step) if (Number.isFinite(values[row])) sample[size++] = values[row]!;
  const sorted = sortFloat64(sample.slice(0, size));
  const last = sorted.at(-1);
  const edges = new Set<number>();
  for (let k = 1; k < bins && sorted.length > 0; k++) {
    const edge = sorted[Math.ceil((k * sorted.length) / bins) - 1]!;
    if (edge !== last) edges.add(edge);
  }
  return [...edges];
}

/** Cells between the first and the last edge in which the search for a bin starts: most hold one edge or none. */
const START_CELLS = 512;

/**
 * The bin of each value; see `binEdges`. O(n) where edges are not far more crowded in one place than in others.
 * @param values one a row
 * @param edges inner edges, increasing
 * @param codes where the bins are to stand, if it is not to be an array of their own; at once where it lies beside the values
 * @returns codes from 0 to edges.length, −1 for NaN and ±∞
 */
export const binCodes = (
  values: Float64Array,
  edges: readonly number[],
  codes: Int32Array = new Int32Array(values.length),
): Int32Array => putInBins(values, edges, { codes, none: -1 });

/**
 * The same in one byte each.
 * @param values one a row
 * @param edges at most 252 inner edges, increasing
 * @param codes where the bins are to stand; at once where it lies beside the values
 * @returns codes from 0 to edges.length, and edges.length + 1 for NaN and ±∞
 */
export const binBytes = (
  values: Float64Array,
  edges: readonly number[],
  codes: Uint8Array<ArrayBuffer> = new Uint8Array(values.length),
): Uint8Array<ArrayBuffer> => putInBins(values, edges, { codes, none: edges.length + 1 });

function putInBins<Codes extends Int32Array | Uint8Array>(
  values: Float64Array,
  edges: readonly number[],
  { codes, none }: { codes: Codes; none: number },
): Codes {
  const inner = Float64Array.from([...edges, Infinity]);
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const scale = last > first ? START_CELLS / (last - first) : 0;
  const starts = startsOf(edges, first, scale);
  const placed = placeArrays([values, codes], [inner.byteLength, starts.byteLength]);
  const { kernel } = placed;
  const [atValues, atCodes] = placed.addresses;
  const [atEdges, atStarts] = placed.tables;
  kernel.put(inner, atEdges);
  kernel.put(starts, atStarts);
  kernel.calls.binCodes(
    ...([atValues, values.length, atEdges, atStarts] as const),
    ...([START_CELLS, first, scale, atCodes, codes.BYTES_PER_ELEMENT, none] as const),
  );
  if (kernelOf(codes) !== kernel) kernel.take(codes, atCodes);
  return codes;
}

/** The first bin that a value in each cell can be in: how many edges lie in earlier cells. */
function startsOf(edges: readonly number[], first: number, scale: number): Int32Array {
  const starts = new Int32Array(START_CELLS + 1);
  for (const edge of edges) {
    const cell = Math.min(START_CELLS, Math.floor((edge - first) * scale));
    for (let later = cell + 1; later <= START_CELLS; later++) starts[later]!++;
  }
  return starts;
}
