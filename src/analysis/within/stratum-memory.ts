import type { Memory } from '../../facts/summary.ts';
import { hasCycle } from '../../stats/sequence/cycle.ts';
import { memoryOf } from '../../stats/sequence/memory.ts';
import type { CycleName } from '../../facts/document/comparison.ts';
import { clockAt } from '../sequence/clock.ts';
import type { SideOrder } from '../sequence/row-order.ts';

/** The stratum of each row, in the file's order. */
interface Rows {
  strata: Int32Array;
  order: SideOrder;
  /** Cycles of the clock of which the current file covers whole ones. */
  cycles: readonly CycleName[];
}

/**
 * How long rows remember what sets them apart from the others of their stratum: in the order of the rows, and stratum by stratum
 * (of machines that take turns row by row each depends on its own row before), whichever is longer. What comes back with every
 * cycle of the clock says nothing of the mean's error where both files hold whole ones.
 * @param residuals of all rows, in the file's order; NaN in rows that are not used
 */
export function stratumMemory(residuals: Float64Array, { strata, order, cycles }: Rows): Memory {
  const rows = residuals.reduce((count, residual) => count + Number(residual === residual), 0);
  const far = cyclicMemory(residuals, order, cycles) ?? longerMemory(residuals, strata, order.rows);
  if (order.adjacent === null) return { ...far, rows, effective: rows / far.time };
  const { time } = longerMemory(residuals, strata, order.adjacent);
  // Sums over every which lag stand for those between.
  const longest = Math.max(time, 1 + order.step * (far.time - 1));
  return {
    ...{ rows, effective: rows / longest, time: longest, left: 1 },
    long: far.long && { ...far.long, time: far.long.time * order.step },
  };
}

/** The memory over whole cycles; null where the rows have none that counts. */
function cyclicMemory(residuals: Float64Array, order: SideOrder, cycles: readonly CycleName[]): Memory | null {
  const clocks = order.clocks.filter(({ name }) => cycles.includes(name));
  if (clocks.length === 0) return null;
  const rows = order.rows ?? Uint32Array.from(residuals, (_, row) => row);
  const places = Uint32Array.from(rows.keys()).filter((place) => isUsed(residuals[rows[place]!]!));
  const series = Float64Array.from(places, (place) => residuals[rows[place]!]!);
  const phases = clocks
    .map((clock) => clockAt(clock, places).phases)
    .filter((candidate) => hasCycle(series, candidate));
  return phases.length === 0 ? null : memoryOf(series, phases);
}

const isUsed = (residual: number): boolean => residual === residual;

function longerMemory(residuals: Float64Array, strata: Int32Array, places: Uint32Array | null): Memory {
  const rows = places ?? Uint32Array.from(residuals, (_, row) => row);
  const used = rows.filter((row) => isUsed(residuals[row]!));
  const inOrder = memoryOf(Float64Array.from(used, (row) => residuals[row]!));
  const grouped = memoryOf(Float64Array.from(byStratum(used, strata), (row) => residuals[row]!));
  return grouped.time > inOrder.time ? grouped : inOrder;
}

/** Rows stratum by stratum, those of each in their order. */
function byStratum(rows: Uint32Array, strata: Int32Array): Uint32Array {
  const count = strata.reduce((highest, stratum) => Math.max(highest, stratum + 1), 0);
  const next = new Uint32Array(count + 1);
  for (const row of rows) next[strata[row]! + 1]!++;
  for (let stratum = 0; stratum < count; stratum++) next[stratum + 1]! += next[stratum]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[strata[row]!]!++] = row;
  return sorted;
}
