import { ecdfRooms, type EcdfRoom } from '../stats/ecdf-room.ts';
import { Kernel } from '../stats/kernel/kernel.ts';
import type { PerSide } from './results.ts';
import { mapSides, SIDES } from './sides.ts';

/**
 * Memory for both sides of a column, the same for one column after another: the browser takes longer to hand out fresh memory than a
 * statistic takes to walk over it.
 */
export class ColumnRoom {
  readonly #kernel = new Kernel();

  /** Rooms for columns of so many rows; what lies in those given before is lost. */
  layOut(rows: PerSide<number>): PerSide<EcdfRoom> {
    const sizes = SIDES.flatMap((side) => rows[side] ?? []);
    const rooms = ecdfRooms(this.#kernel, sizes);
    return mapSides(rows, () => rooms.shift()!);
  }
}
