import type { SUMMARY_COLUMNS } from '../facts/summary-file.ts';

/** Cells of a row of the long table, as a reader of any format gives them; those that are not needed may be absent. */
export type LongRow = Partial<Record<(typeof SUMMARY_COLUMNS)[number], unknown>>;

/** What is fixed before anything is counted, so that two summaries can be held against each other. */
export interface FrozenEdges {
  /** Of each column of numbers or times: ascending, different. */
  edges: ReadonlyMap<string, readonly number[]>;
  /** Of each column of categories: those that are counted by stretch, the most frequent first. */
  telling: ReadonlyMap<string, readonly string[]>;
}

export const NO_EDGES: FrozenEdges = { edges: new Map(), telling: new Map() };

/** Puts what is said of each column in the order of `bin`. */
function placed<Value>(rows: readonly { name: string; bin: number; value: Value }[]): Map<string, Value[]> {
  const lists = new Map<string, Value[]>();
  for (const { name, value } of [...rows].sort((a, b) => a.bin - b.bin)) {
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [value]);
    else list.push(value);
  }
  return lists;
}

/** A cell as text; only texts and numbers can be meant. */
const cellText = (cell: unknown): string => (typeof cell === 'string' ? cell : String(Number(cell)));

/**
 * Edges and telling categories from the result of the first statement, or from a whole summary file.
 * @returns null where the rows hold neither
 */
export function frozenEdges(rows: Iterable<LongRow>): FrozenEdges | null {
  const edges: { name: string; bin: number; value: number }[] = [];
  const telling: { name: string; bin: number; value: string }[] = [];
  for (const { kind, name, bin, label, least: edge } of rows) {
    if (kind === 'edge') edges.push({ name: cellText(name), bin: Number(bin), value: Number(edge) + 0 });
    if (kind === 'telling') telling.push({ name: cellText(name), bin: Number(bin), value: cellText(label) });
  }
  if (edges.length === 0 && telling.length === 0) return null;
  return { edges: placed(edges), telling: placed(telling) };
}

/** Columns whose edges do not ascend or are no numbers: their file was changed. */
export const brokenEdges = ({ edges }: FrozenEdges): string[] =>
  [...edges]
    .filter(([, list]) =>
      list.some((edge, place) => !Number.isFinite(edge) || (place > 0 && edge <= (list[place - 1] ?? NaN))),
    )
    .map(([name]) => name);
