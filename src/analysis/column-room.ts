import type { EcdfRoom } from '../stats/ecdf.ts';

/** Memory for one column of a side: its values in row order, and what its ECDF is made in. */
export interface ColumnRoom extends EcdfRoom {
  rows: Float64Array;
}

/**
 * Gives the same memory to one column after another: the browser takes longer to hand out fresh memory than a
 * statistic takes to walk over it.
 */
export function columnRoom(): (rows: number) => ColumnRoom {
  let room: ColumnRoom = { rows: new Float64Array(), values: new Float64Array(), counts: new Uint32Array() };
  return (rows) => {
    if (room.values.length < rows) {
      room = { rows: new Float64Array(rows), values: new Float64Array(rows), counts: new Uint32Array(rows) };
    }
    return { ...room, rows: room.rows.subarray(0, rows) };
  };
}
