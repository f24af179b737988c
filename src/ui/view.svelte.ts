import { SvelteSet } from 'svelte/reactivity';
import type { RowsAsked } from '../facts/rows.ts';
import { DriftTable } from './sections/drift/drift-table.svelte.ts';
import { Pictures } from './pictures/pictures.svelte.ts';

type Reveal = (column: string) => void;

/** Where the reader is: what is open and sorted how, and the way to a column from anywhere on the page. */
export class View {
  /** Whether the handbook lies beside the page, for names of numbers to lead to. */
  handbook: boolean;
  /** Whether pictures can be made ready for a page or a slide here. */
  editor: boolean;
  drift = new DriftTable();
  openQuality = new SvelteSet<string>();
  /** Whether the quality table shows every column of a wide report. */
  allQuality = $state(false);
  settings = $state(false);
  /** The rows that are looked at, the sentence that they belong to, and the column that it speaks of. */
  rows = $state.raw<{ asked: readonly RowsAsked[]; said: string; column: string | undefined } | null>(null);
  /** Whether the way to split one file in two stands open. */
  split = $state(false);
  /** The sheet for data that stay where they are: fetched when it is first asked for. */
  warehouse = $state<boolean | null>(null);
  pictures = new Pictures();
  #reveal: Partial<Record<'drift' | 'quality', Reveal>> = {};

  constructor({ handbook, editor }: { handbook: boolean; editor: boolean }) {
    this.handbook = handbook;
    this.editor = editor;
  }

  /** A table of columns says how it brings a row into view. */
  onReveal(table: 'drift' | 'quality', reveal: Reveal) {
    this.#reveal[table] = reveal;
    return () => delete this.#reveal[table];
  }

  /** Opens a column where there is most to say of it: one file alone has no drift. */
  showColumn(column: string) {
    (this.#reveal.drift ?? this.#reveal.quality)?.(column);
  }
}

export function toggle<T>(set: SvelteSet<T>, item: T) {
  if (!set.delete(item)) set.add(item);
}
