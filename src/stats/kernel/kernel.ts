import { compiled } from './compiled.ts';

type Address = number;

/** What the compiled module offers; addresses are bytes from the start of its memory. What they mean: see `assembly/`. */
interface Calls {
  memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  ascending(values: Address, spare: Address, count: number, workspace: Address): void;
  order(
    ...given: [values: Address, rows: Address, spare: Address, spareRows: Address, count: number, workspace: Address]
  ): void;
  curve(
    ...given: [
      ...[rows: Address, missing: Address, count: number, values: Address, spare: Address],
      ...[counts: Address, upTo: Address, tally: Address, workspace: Address],
    ]
  ): number;
  compare(
    ...given: [
      ...[a: Address, aUpTo: Address, aCount: number],
      ...[b: Address, bUpTo: Address, bCount: number, found: Address],
    ]
  ): void;
  deviations(
    ...given: [values: Address, upTo: Address, count: number, centre: number, scale: number, found: Address]
  ): void;
  groupSums(
    ...given: [
      ...[values: Address, missing: Address, codes: Address, count: number],
      ...[centres: Address, counts: Address, sums: Address, squared: boolean],
    ]
  ): void;
  outside(
    ...given: [
      ...[values: Address, missing: Address, count: number, low: number, high: number],
      ...[found: Address, most: number],
    ]
  ): number;
  lookUp(
    ...given: [
      ...[values: Address, missing: Address, count: number],
      ...[tops: Address, table: Address, classes: number, found: Address],
    ]
  ): number;
  dot(x: Address, y: Address, count: number): number;
  shift(
    ...given: [values: Address, squares: Address, present: Address, count: number, by: number, found: Address]
  ): void;
}

/** Sorting needs so many bytes of its own. */
const WORKSPACE = 1024;
/** Where calls leave what they found, if it is more than a number. */
export const FOUND = 51_200;
/** From here on memory is the caller's. */
const FREE = 65_536;
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
  layOut(sizes: readonly number[]): number[] {
    let end = FREE;
    const places = sizes.map((bytes) => {
      const place = end;
      end += Math.ceil(bytes / ALIGNED) * ALIGNED;
      return place;
    });
    if (end > 2 ** 32 || this.#calls.reserve(end) === 0) throw new RangeError('not enough memory for so many rows');
    homes.set(this.#memory, this);
    return places;
  }

  doubles(place: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory, place, length);
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
