import { SvelteSet } from 'svelte/reactivity';
import type { ColumnType } from '../../../facts/document/columns.ts';
import type { RowState } from '../../words.ts';
import { nextOrder, type Order, type SortKey } from './rows.ts';

/** What the reader has asked the table of columns to show. */
export class DriftTable {
  query = $state('');
  order = $state.raw<Order>({ key: 'state', descending: false });
  states = new SvelteSet<RowState>();
  types = new SvelteSet<ColumnType>();
  open = new SvelteSet<string>();

  get filtered() {
    return this.query.trim() !== '' || this.states.size > 0 || this.types.size > 0;
  }

  sort(key: SortKey) {
    this.order = nextOrder(this.order, key);
  }

  showAll() {
    this.query = '';
    this.states.clear();
    this.types.clear();
  }

  only(...states: RowState[]) {
    this.showAll();
    for (const state of states) this.states.add(state);
  }
}
