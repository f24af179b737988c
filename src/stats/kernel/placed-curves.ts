import { stepsOf, type Ecdf } from '../describe/ecdf.ts';
import { commonKernel, kernelOf, type Kernel } from './kernel.ts';

/** Where a curve lies in a kernel's memory. */
export interface PlacedCurve {
  values: number;
  /** See `Steps`; before it stands how many values lie below. */
  upTo: number;
  count: number;
}

/**
 * Cumulative curves where a kernel can walk along them: where they lie, if that is in one kernel's memory (see
 * `ecdfArenas`); otherwise copied into the common one's.
 * @param columns any ECDFs
 */
export function placeCurves(columns: readonly Ecdf[]): { kernel: Kernel; places: PlacedCurve[] } {
  const arrays = columns.map((column) => ({ values: column.values, ...stepsOf(column) }));
  const homes = new Set(arrays.flatMap(({ values, upTo }) => [kernelOf(values), kernelOf(upTo)]));
  const [home] = homes;
  if (homes.size === 1 && home !== undefined) {
    const places = arrays.map(({ values, upTo }) => ({
      values: values.byteOffset,
      upTo: upTo.byteOffset,
      count: values.length,
    }));
    return { kernel: home, places };
  }
  const kernel = commonKernel();
  const free = kernel.layOut(arrays.flatMap(({ values, upTo }) => [values.byteLength + 8, upTo.byteLength + 4]));
  const places = arrays.map(({ values, upTo, preceding }, i) => {
    const [atValues = 0, atBefore = 0] = free.slice(2 * i);
    kernel.doubles(atValues, values.length).set(values);
    const counts = kernel.words(atBefore, upTo.length + 1);
    counts[0] = preceding;
    counts.set(upTo, 1);
    return { values: atValues, upTo: atBefore + 4, count: values.length };
  });
  return { kernel, places };
}
