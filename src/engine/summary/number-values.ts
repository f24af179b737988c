import { elementAt } from '../../facts/element-at.ts';
import type { BinSums, Moments, NumberValues } from '../../facts/summary.ts';
import type { DefinedColumn } from './definitions.ts';
import { periodSums } from './period-sums.ts';
import type { SummaryTable } from './summary-table.ts';
import type { Sums } from './sums.ts';
import type { StretchSums } from '../../facts/summary-file.ts';

/** What a cumulative count can be at most. */
const MOST = 2 ** 32 - 1;

/** Where the sums of a column come from. */
export interface CountedNumbers {
  /** By bin; undefined where no value is finite. */
  bins: Sums | undefined;
  /** By day. */
  days: StretchSums | undefined;
  /** What the rows of days are called after; null for a file without a time. */
  timeColumn: string | null;
}

/**
 * The finite values of a column of numbers or times, as far as bins tell. The curve has its steps at the edges, where it is exact, and one at the
 * greatest value. More than 4,294,967,295 values do not fit the curve's counts: these are shares of so many then, rounded; counts of bins are exact.
 * @param table the summary file
 * @param column as it is introduced
 * @param counted its sums
 * @throws PlumblineError for a bin without an edge, or with values outside of it
 */
export function numberValues(table: SummaryTable, column: DefinedColumn, counted: CountedNumbers): NumberValues {
  const bins = binSums(table, column, counted.bins);
  const { timeColumn, days } = counted;
  return {
    kind: 'numbers',
    as: column.type === 'datetime' ? 'time' : 'number',
    ...steps(bins),
    moments: momentsOf(bins),
    periods: timeColumn === null ? null : { timeColumn, ...periodSums(days, column.origin) },
    sequence: null,
    bins,
  };
}

function binSums(table: SummaryTable, { name, edges, origin }: DefinedColumn, sums: Sums | undefined): BinSums {
  const width = edges.length + 1;
  const empty = (fill: number): Float64Array => new Float64Array(width).fill(fill);
  const [counts, totals, squares] = [empty(0), empty(0), empty(0)];
  const [least, greatest] = [empty(NaN), empty(NaN)];
  for (let i = 0; i < (sums?.n.length ?? 0); i++) {
    const { bins, n, ...values } = sums!;
    const bin = elementAt(bins, i);
    if (bin >= width) throw table.problem({ problem: 'bin', name, bin, edges: edges.length });
    if (elementAt(n, i) === 0) continue;
    counts[bin] = elementAt(n, i);
    totals[bin] = elementAt(values.total, i);
    squares[bin] = elementAt(values.squares, i);
    // −0 is 0.
    least[bin] = elementAt(values.min, i) + 0;
    greatest[bin] = elementAt(values.max, i) + 0;
    const isInside = least[bin] > (edges[bin - 1] ?? -Infinity) && greatest[bin] <= (edges[bin] ?? Infinity);
    if (!isInside) throw table.problem({ problem: 'outside', name, bin });
  }
  return { edges, origin, counts, totals, squares, least, greatest };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** The curve's steps: each edge that has a value at or below it, and the greatest value where that lies above all edges. */
function steps({ edges, counts, greatest }: BinSums): Pick<NumberValues, 'values' | 'upTo'> {
  const size = sum(counts);
  const scale = size > MOST ? MOST / size : 1;
  const ends = elementAt(counts, edges.length) > 0 ? [...edges, elementAt(greatest, edges.length)] : [...edges];
  const values: number[] = [];
  const upTo: number[] = [];
  let cumulative = 0;
  for (const [i, end] of ends.entries()) {
    cumulative += elementAt(counts, i);
    if (cumulative === 0) continue;
    values.push(end);
    upTo.push(Math.round(cumulative * scale));
  }
  return { values: Float64Array.from(values), upTo: Uint32Array.from(upTo) };
}

/** Exact but for rounding: sums of differences from one origin add up. What is no finite number is null. */
function momentsOf({ origin, counts, totals, squares, least, greatest }: BinSums): Moments {
  const n = sum(counts);
  if (n === 0) return { mean: null, std: null, min: null, max: null };
  const total = sum(totals);
  const held = [...counts.keys()].filter((bin) => elementAt(counts, bin) > 0);
  const [min, max] = [elementAt(least, elementAt(held, 0)), elementAt(greatest, elementAt(held, held.length - 1))];
  const variance = min === max ? 0 : Math.max(0, sum(squares) - (total * total) / n) / (n - 1);
  const mean = min === max ? min : origin + total / n;
  return {
    mean: Number.isFinite(mean) ? mean : null,
    std: n > 1 && Number.isFinite(variance) ? Math.sqrt(variance) : null,
    ...{ min, max },
  };
}
