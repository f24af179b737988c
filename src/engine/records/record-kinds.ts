import type { Layout } from './json-records.ts';

/** Tells a list of single values (`[1, null, 3]`), which are one column, from a list of records. */
export class RecordKinds {
  readonly #layout: Layout;
  #isTold = false;
  areValues = false;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /**
   * The record that a value of the list is.
   * @param value parsed JSON; undefined for a line that is none
   * @returns null for what is no record, and for null before anything else was seen
   */
  record(value: unknown): object | null {
    if (!this.#isTold && value !== null && value !== undefined) {
      this.#isTold = true;
      this.areValues = this.#layout !== 'lines' && typeof value !== 'object';
    }
    if (this.areValues) return { value };
    return typeof value === 'object' ? value : null;
  }
}
