import { elementAt } from '../../facts/element-at.ts';
import { byCodePoint } from '../../facts/by-code-point.ts';
import { largest } from '../../facts/extremes.ts';
import type { LevelValues } from '../../facts/summary.ts';
import type { Sums } from './sums.ts';

/**
 * The categories of a column, most frequent first. Those that the file does not list are told by their rows alone, and by how many different
 * ones there are at least: the most that were counted at once.
 * @param levels rows by category
 * @param rest of the others
 */
export function levelValues(levels: Sums | undefined, rest: Sums | undefined): LevelValues {
  const found = (levels?.labels ?? []).map((level, i) => ({ level, n: elementAt(levels!.n, i) }));
  const counted = found.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n || byCodePoint(a.level, b.level));
  const rows = rest?.n.reduce((sum, n) => sum + n, 0) ?? 0;
  return {
    kind: 'levels',
    levels: counted.map(({ level }) => level),
    counts: Float64Array.from(counted, ({ n }) => n),
    ...(rest !== undefined && rows > 0 && { rest: { rows, levels: largest(rest.bins, 1) } }),
    sequence: null,
  };
}
