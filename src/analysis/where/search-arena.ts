import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import { Kernel } from '../../stats/kernel/kernel.ts';

/** Memory that a file's columns go through, one after another. */
export interface SearchRoom {
  values: Float64Array;
  codes: Uint8Array<ArrayBuffer>;
}

/** Room for a column of both files, where the kernel walks over it without a copy: fresh pages cost more than the bins. */
export class SearchArena {
  #rooms: PerSide<SearchRoom> = {};

  /**
   * @param rows of each file
   * @returns the same room for as many rows as before; what stands in it is left from the last column
   */
  for(rows: PerSide<number>): PerSide<SearchRoom> {
    const known = mapSides(this.#rooms, ({ values }) => values.length);
    if (known.reference === rows.reference && known.current === rows.current) return this.#rooms;
    const kernel = new Kernel();
    const places: number[] = kernel.layOut(Object.values(rows).flatMap((count) => [8 * count, count]));
    const next = (): number => places.shift() ?? 0;
    this.#rooms = mapSides(rows, (count) => ({
      values: kernel.doubles(next(), count),
      codes: kernel.bytes(next(), count),
    }));
    return this.#rooms;
  }

  release(): void {
    this.#rooms = {};
  }
}
