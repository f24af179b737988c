import type { ColumnResult } from './results.ts';

/** What earlier runs on the same data have found: what a change of settings does not touch is not computed again. */
export class Memory {
  /** Columns by their job. */
  readonly columns = new Map<string, ColumnResult>();
  readonly #whole = new Map<string, unknown>();

  /** The result under a key, made by `make` the first time; one that fails is not kept. */
  async once<T>(key: readonly unknown[], make: () => Promise<T>): Promise<T> {
    const text = JSON.stringify(key);
    if (this.#whole.has(text)) return this.#whole.get(text) as T;
    const made = await make();
    this.#whole.set(text, made);
    return made;
  }
}
