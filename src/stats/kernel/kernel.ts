import type { Address, Calls } from './calls.ts';
import { compiled } from './compiled.ts';

/** One address for each of several things. */
export type Places<Things> = { -readonly [Thing in keyof Things]: Address };

/** Where sorting counts its digits: six times 8 kB. */
const WORKSPACE = 1024;
/** Where calls leave what they found, if it is more than a number. */
export const FOUND = 51_200;
/** Small tables of a call. */
const TABLES = 65_536;
/** From here on memory is the caller's. */
const FREE = 2 ** 20;
/** Places are multiples of this, as wide loads like them. */
const ALIGNED = 16;

let module: WebAssembly.Module | undefined;

function start(): Calls {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(compiled), (letter) => letter.charCodeAt(0)));
  return new WebAssembly.Instance(module).exports as unknown as Calls;
}

/**
 * The loops that take most of a report's time, compiled, over a memory of their own. They read and write there alone: columns are laid out in it,
 * or copied in and out, which costs little beside the loops.
 */
export class Kernel {
  readonly #calls = start();

  /** Where the calls that sort may count. */
  readonly workspace = WORKSPACE;

  get calls(): Omit<Calls, 'memory' | 'reserve'> {
    return this.#calls;
  }

  /**
   * Lays out places behind each other. What was laid out before is lost; views of it may be empty from now on.
   * @param sizes bytes of each place
   * @returns the address of each
   * @throws {RangeError} when the machine has not so much memory
   */
  layOut<const Sizes extends readonly number[]>(sizes: Sizes): Places<Sizes> {
    const { places, end } = behindEachOther(FREE, sizes);
    if (end > 2 ** 32 || this.#calls.reserve(end) === 0) throw new RangeError('not enough memory for so many rows');
    homes.set(this.#memory, this);
    return places;
  }

  /**
   * Places for what a call leaves in tables, until the next call; null where they would be too large.
   * @param sizes bytes of each place
   */
  tables<const Sizes extends readonly number[]>(sizes: Sizes): Places<Sizes> | null {
    const { places, end } = behindEachOther(TABLES, sizes);
    return end <= FREE ? places : null;
  }

  /**
   * Copies an array to a place.
   * @param array any
   * @param place its address
   */
  put(array: ArrayBufferView, place: number): void {
    this.bytes(place, array.byteLength).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }

  /**
   * Copies what stands at a place into an array.
   * @param array any
   * @param place its address
   */
  take(array: ArrayBufferView, place: number): void {
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(this.bytes(place, array.byteLength));
  }

  doubles(place: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory, place, length);
  }

  integers(place: number, length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#memory, place, length);
  }

  words(place: number, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#memory, place, length);
  }

  bytes(place: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory, place, length);
  }

  get #memory(): ArrayBuffer {
    return this.#calls.memory.buffer;
  }
}

function behindEachOther<Sizes extends readonly number[]>(
  start: number,
  sizes: Sizes,
): { places: Places<Sizes>; end: number } {
  let end = start;
  const places = sizes.map((bytes) => {
    const place = end;
    end += Math.ceil(bytes / ALIGNED) * ALIGNED;
    return place;
  });
  return { places: places as Places<Sizes>, end };
}

/** Whose memory a buffer is. */
const homes = new WeakMap<ArrayBufferLike, Kernel>();

/**
 * The kernel in whose memory an array lies, if any.
 * @param array any view
 */
export const kernelOf = (array: ArrayBufferView): Kernel | undefined => homes.get(array.buffer);

let common: Kernel | undefined;

/** The kernel for arrays that are copied in and out: nothing stays in it from one call to the next. */
export const commonKernel = (): Kernel => (common ??= new Kernel());

/** Gives the common kernel's memory back: it is as large as the largest that was copied there. */
export function dropCommonKernel(): void {
  common = undefined;
}
