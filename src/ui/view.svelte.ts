import { SvelteSet } from 'svelte/reactivity';
import { DriftTable } from './drift/drift-table.svelte.ts';

/** Where the reader is: what is open and sorted how, and the way to a column from anywhere on the page. */
export class View {
  drift = new DriftTable();
  openQuality = new SvelteSet<string>();
  settings = $state(false);
  #reveal: ((column: string) => void) | null = null;

  /** The table of columns says how to bring a row into view. */
  onReveal(reveal: (column: string) => void) {
    this.#reveal = reveal;
    return () => (this.#reveal = null);
  }

  showColumn(column: string) {
    this.#reveal?.(column);
  }
}

export function toggle<T>(set: SvelteSet<T>, item: T) {
  if (!set.delete(item)) set.add(item);
}
