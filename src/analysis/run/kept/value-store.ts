import type { RowSample } from '../../../engine/columns/blocks.ts';
import type { ColumnBlocks } from '../../../engine/columns/decode.ts';
import type { Side } from '../../../facts/document/side.ts';

/** What a column leaves the engine as: numbers, times in milliseconds, or codes that are equal where its texts are. */
export type ValueForm = 'number' | 'time' | 'code';

/** Which column, as what, and which texts count as missing in it. */
export interface ValueKey {
  name: string;
  form: ValueForm;
  missing: readonly string[];
  /** Of a sample of the rows; without it, of all. */
  sample?: RowSample | undefined;
}

interface Place {
  bytes: Uint8Array;
  column: number;
  /** How many the block has. */
  columns: number;
}

/**
 * Values that have left the engines, undecoded, for whoever wants them next. The page holds them and hands over copies: that takes a
 * tenth of the time that the engine takes to give them again, and a fifth of the browser's own way to copy what it sends.
 */
export class ValueStore {
  readonly #places = { reference: new Map<string, Place>(), current: new Map<string, Place>() };
  #free: number;

  /** @param limit bytes; what does not fit is not kept */
  constructor(limit: number) {
    this.#free = limit;
  }

  /** Keeps a file's answer, whose columns are these: it is the store's own from now on. */
  keep(side: Side, keys: readonly ValueKey[], bytes: Uint8Array): void {
    const places = this.#places[side];
    if (bytes.byteLength > this.#free || keys.every((key) => places.has(textOf(key)))) return;
    this.#free -= bytes.byteLength;
    keys.forEach((key, column) => places.set(textOf(key), { bytes, column, columns: keys.length }));
  }

  has(side: Side, key: ValueKey): boolean {
    return this.#places[side].has(textOf(key));
  }

  /** Columns of a file in this order, in copies of the blocks that hold them; null where some are not kept. */
  find(side: Side, keys: readonly ValueKey[]): ColumnBlocks | null {
    const found = keys.flatMap((key) => this.#places[side].get(textOf(key)) ?? []);
    if (found.length < keys.length) return null;
    const blocks = [...new Set(found.map(({ bytes }) => bytes))];
    return {
      blocks: blocks.map((block) => block.slice()),
      places: found.map(({ bytes, column }) => ({ block: blocks.indexOf(bytes), column })),
    };
  }

  /** A copy of the block that holds these columns in this order, and no other; null where there is none. */
  whole(side: Side, keys: readonly ValueKey[]): Uint8Array | null {
    const places = keys.map((key) => this.#places[side].get(textOf(key)));
    const [first] = places;
    const isWhole = places.every((place, i) => place?.bytes === first?.bytes && place?.column === i);
    return first !== undefined && isWhole && first.columns === keys.length ? first.bytes.slice() : null;
  }
}

const textOf = ({ name, form, missing, sample }: ValueKey): string => JSON.stringify([name, form, missing, sample]);
