import type { EcdfArena } from '../../../stats/describe/ecdf-arena.ts';
import type { ColumnSummary, LevelValues, NumberValues } from '../../../facts/summary.ts';
import { packedBytes, packNumbers, unpackNumbers, type PackedNumbers } from './packed-numbers.ts';

/** Bytes of a summary beside its arrays, and of a level beside its letters. */
const ENTRY_BYTES = 500;
const LEVEL_BYTES = 40;

/** Summaries of numbers and of categories. Those of texts are the page's. */
export type Cacheable = ColumnSummary<NumberValues> | ColumnSummary<LevelValues>;

interface Entry {
  packed: PackedNumbers | ColumnSummary<LevelValues>;
  bytes: number;
}

/** Summaries that a worker has made, by slice and column: the least recently asked for go first when there are too many bytes. */
export class SummaryCache {
  /** In the order in which they were last asked for. */
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;
  #bytes = 0;

  /** @param limit bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Keeps a copy; one that is larger than the cache is not kept. */
  keep(key: string, summary: Cacheable): void {
    const entry = entryOf(summary);
    this.#remove(key);
    if (entry.bytes > this.#limit) return;
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes;
    for (const [oldest] of this.#entries) {
      if (this.#bytes <= this.#limit) break;
      this.#remove(oldest);
    }
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Rows of the memory that `take` needs; 0 where it needs none. */
  rows(key: string): number {
    const packed = this.#entries.get(key)?.packed;
    return packed !== undefined && 'distinct' in packed ? packed.distinct : 0;
  }

  /** A summary, in the memory of an arena where it is of numbers; undefined where it is not kept. */
  take(key: string, arena: EcdfArena | undefined): Cacheable | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const { packed } = entry;
    if (!('distinct' in packed)) return packed;
    return arena === undefined ? undefined : unpackNumbers(packed, arena);
  }

  /** Lets go of all whose keys start so. */
  forget(prefix: string): void {
    for (const key of this.#entries.keys()) if (key.startsWith(prefix)) this.#remove(key);
  }

  #remove(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}

function entryOf(summary: Cacheable): Entry {
  if (isNumeric(summary)) {
    const packed = packNumbers(summary);
    return { packed, bytes: ENTRY_BYTES + packedBytes(packed) };
  }
  const { levels } = summary.values;
  const letters = levels.reduce((sum, level) => sum + 2 * level.length, 0);
  return { packed: summary, bytes: ENTRY_BYTES + LEVEL_BYTES * levels.length + letters };
}

const isNumeric = (summary: Cacheable): summary is ColumnSummary<NumberValues> => summary.values.kind === 'numbers';
