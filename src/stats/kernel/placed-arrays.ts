import { commonKernel, kernelOf, type Kernel, type Places } from './kernel.ts';

/** Arrays where a kernel can walk over them. */
export interface PlacedArrays<Arrays, Tables> {
  kernel: Kernel;
  /** The address of each array. */
  addresses: Places<Arrays>;
  /** Places for tables, until the next call; what stands in them is left from before. */
  tables: Places<Tables>;
}

type Placeable = Float64Array | Uint32Array | Int32Array | Uint8Array;

/**
 * Arrays where a kernel can walk over them: where they lie, if that is in one kernel's memory and the tables are small;
 * otherwise copied into the common one's.
 * @param arrays any; 0 stands for one that is not there, and is its address
 * @param tables bytes of the tables that are needed beside them
 */
export function placeArrays<const Arrays extends readonly (Placeable | 0)[], const Tables extends readonly number[]>(
  arrays: Arrays,
  tables: Tables,
): PlacedArrays<Arrays, Tables> {
  const homes = new Set(arrays.flatMap((array) => (array === 0 ? [] : [kernelOf(array)])));
  const [home] = homes;
  const places = homes.size === 1 ? home?.tables(tables) : null;
  if (home !== undefined && places) {
    const addresses = arrays.map((array) => (array === 0 ? 0 : array.byteOffset));
    return { kernel: home, addresses: addresses as Places<Arrays>, tables: places };
  }
  const kernel = commonKernel();
  // What lies in its memory would be written over while it is copied.
  const copied = arrays.map((array) => (array !== 0 && kernelOf(array) === kernel ? array.slice() : array));
  const free = kernel.layOut([...arrays.map((array) => (array === 0 ? 0 : array.byteLength)), ...tables]);
  copied.forEach((array, i) => {
    if (array !== 0) kernel.put(array, free[i]);
  });
  const addresses = arrays.map((array, i) => (array === 0 ? 0 : free[i]));
  return { kernel, addresses: addresses as Places<Arrays>, tables: free.slice(arrays.length) as Places<Tables> };
}
