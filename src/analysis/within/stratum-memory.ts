import { memoryOf, type Memory } from '../../stats/sequence/memory.ts';
import type { SideOrder } from '../sequence/row-order.ts';

/** The stratum of each row, in the file's order. */
interface Rows {
  strata: Int32Array;
  order: SideOrder;
}

/**
 * How long rows remember what sets them grouped from the others of their stratum: in the order of the rows, and stratum by stratum
 * (of machines that take turns row by row each depends on its own row before), whichever is longer.
 * @param residuals of all rows, in the file's order; NaN in rows that are not used
 */
export function stratumMemory(residuals: Float64Array, { strata, order }: Rows): Memory {
  const rows = residuals.reduce((count, residual) => count + Number(residual === residual), 0);
  const far = longerMemory(residuals, strata, order.rows);
  if (order.near === null) return { ...far, rows, effective: rows / far.time };
  const { time } = longerMemory(residuals, strata, order.near);
  const longest = far.time > 1 ? Math.max(time, far.time * order.step) : time;
  return {
    ...{ rows, effective: rows / longest, time: longest, left: 1 },
    long: far.long && { ...far.long, time: far.long.time * order.step },
  };
}

function longerMemory(residuals: Float64Array, strata: Int32Array, places: Uint32Array | null): Memory {
  const rows = places ?? Uint32Array.from(residuals, (_, row) => row);
  const used = rows.filter((row) => residuals[row] === residuals[row]);
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
