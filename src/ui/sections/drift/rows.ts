import type { ColumnType } from '../../../facts/document/columns.ts';
import type { ReportColumn } from '../../../facts/document/document.ts';
import { words } from '../../../words/words.ts';
import { stateOf, type RowState } from '../../words.ts';

export type SortKey = 'column' | 'type' | 'reference' | 'current' | 'effect' | 'evidence' | 'state';

export interface Order {
  key: SortKey;
  descending: boolean;
}

export interface Filter {
  query: string;
  /** Empty for all. */
  states: ReadonlySet<RowState>;
  types: ReadonlySet<ColumnType>;
}

/** What asks for attention first. */
const urgency: RowState[] = [
  ...(['changed', 'moved', 'insufficient', 'stable', 'calendar', 'identical'] as const),
  ...(['pending', 'notTested'] as const),
];

/** How many times the size that matters; null where it was not measured. */
export function weight({ drift }: ReportColumn): number | null {
  if (!drift?.effect) return null;
  const { value, threshold } = drift.effect;
  return threshold > 0 ? value / threshold : value;
}

const keys: Record<SortKey, (column: ReportColumn) => string | number | null> = {
  column: ({ name }) => name,
  type: ({ type }) => words.columns.types[type],
  reference: ({ quality }) => quality.reference?.mean ?? null,
  current: ({ quality }) => quality.current?.mean ?? null,
  effect: weight,
  evidence: ({ drift }) => drift?.evidence?.qValue ?? null,
  state: (column) => urgency.indexOf(stateOf(column)),
};

const collator = new Intl.Collator(undefined, { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** A comparison that leaves what has no value at the end, whichever way the rest is turned. */
function comparatorOf({ key, descending }: Order) {
  const value = keys[key];
  return (a: ReportColumn, b: ReportColumn): number => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return descending ? compare(y, x) : compare(x, y);
  };
}

const byWeight = comparatorOf({ key: 'effect', descending: true });

export function shownRows(columns: readonly ReportColumn[], filter: Filter, order: Order): ReportColumn[] {
  const query = filter.query.trim().toLocaleLowerCase();
  const passes = (column: ReportColumn) =>
    (query === '' || column.name.toLocaleLowerCase().includes(query)) &&
    (filter.states.size === 0 || filter.states.has(stateOf(column))) &&
    (filter.types.size === 0 || filter.types.has(column.type));
  const first = comparatorOf(order);
  return columns.filter(passes).sort((a, b) => first(a, b) || byWeight(a, b));
}

/** The order after a click on a header: figures start with the largest, words and chances with the first. */
export function nextOrder(order: Order, key: SortKey): Order {
  const largestFirst = key === 'effect' || key === 'reference' || key === 'current';
  return order.key === key ? { key, descending: !order.descending } : { key, descending: largestFirst };
}

/** How many columns there are of each kind, in the order given; kinds without any are left out. */
export function tally<K>(columns: readonly ReportColumn[], kinds: readonly K[], kindOf: (column: ReportColumn) => K) {
  const counts = new Map<K, number>();
  for (const column of columns) counts.set(kindOf(column), (counts.get(kindOf(column)) ?? 0) + 1);
  return kinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count ? [{ kind, count }] : [];
  });
}

/** What changed most, largest first, then what moved. */
export function movedMost(columns: readonly ReportColumn[], maxColumns: number): ReportColumn[] {
  const largest = (state: RowState): ReportColumn[] =>
    columns.filter((column) => stateOf(column) === state).sort(byWeight);
  return [...largest('changed'), ...largest('moved')].slice(0, maxColumns);
}
