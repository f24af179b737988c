import type { Dialect } from '../dialect.ts';

/** The bin of a finite value, as a balanced tree of comparisons: bin i holds edge[i − 1] < x ≤ edge[i]. */
export function binTree({ double }: Dialect, x: string, edges: readonly number[]): string {
  const tree = (first: number, last: number): string => {
    if (first === last) return String(first);
    const middle = Math.floor((first + last) / 2);
    const low = tree(first, middle);
    return `CASE WHEN ${x} <= ${double(edges[middle] ?? NaN)} THEN ${low} ELSE ${tree(middle + 1, last)} END`;
  };
  return tree(0, edges.length);
}
