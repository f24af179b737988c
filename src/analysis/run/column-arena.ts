import { elementAt } from '../../facts/element-at.ts';
import { ecdfArenas, type EcdfArena } from '../../stats/describe/ecdf-arena.ts';
import { Kernel } from '../../stats/kernel/kernel.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides, SIDES } from '../../facts/document/sides.ts';
import type { SharedAxis } from '../summarise/periods.ts';

/**
 * Memory for both sides of a column, the same for one column after another: the browser takes longer to hand out fresh memory than a
 * statistic takes to walk over it. The periods of all rows lie before them, where they can be walked over together.
 */
export class ColumnArena {
  #kernel = new Kernel();
  #axis: SharedAxis | null = null;
  /** Where each side's periods lie, and how many bytes they are. */
  #periods: { place: number; bytes: number }[] = [];

  /** Keeps the time axis; what was laid out before is lost. */
  setAxis(axis: SharedAxis | null): void {
    const codes = SIDES.flatMap((side) => axis?.axes[side]?.codes ?? []).map((periodCodes) =>
      Int32Array.from(periodCodes),
    );
    const places = this.#kernel.layOut(codes.map((periodCodes) => periodCodes.byteLength));
    this.#periods = codes.map((periodCodes, i) => ({ place: elementAt(places, i), bytes: periodCodes.byteLength }));
    codes.forEach((periodCodes, i) => {
      this.#kernel.put(periodCodes, elementAt(places, i));
    });
    this.#axis = axis;
  }

  /** Memory for columns of so many rows, and the time axis beside them; what was laid out before is lost. */
  layOut(rows: PerSide<number>): { arenas: PerSide<EcdfArena>; axis: SharedAxis | null } {
    const sizes = SIDES.flatMap((side) => rows[side] ?? []);
    const kept = this.#periods.map(({ bytes }) => bytes);
    const free = ecdfArenas(this.#kernel, sizes, kept);
    const arenas = mapSides(rows, () => elementAt(free.splice(0, 1), 0));
    return { arenas, axis: this.#axis && this.#inPlace(this.#axis) };
  }

  /** Gives the memory back, and the time axis with it. */
  release(): void {
    this.#kernel = new Kernel();
    this.#periods = [];
    this.#axis = null;
  }

  #inPlace(axis: SharedAxis): SharedAxis {
    const periods = [...this.#periods];
    const axes = mapSides(axis.axes, (periodAxis) => ({
      ...periodAxis,
      codes: this.#kernel.integers(elementAt(periods.splice(0, 1), 0).place, periodAxis.codes.length),
    }));
    return { ...axis, axes };
  }
}
