import { elementAt } from '../../facts/element-at.ts';
import type { CountedLevels } from '../../facts/summary.ts';
import { byCodePoint } from '../../facts/by-code-point.ts';
import { tableFromCounts } from '../../stats/describe/frequency-table.ts';

/** The levels of two tables, with their counts added up, in the order in which the engine gives them: most frequent first, then by code point. */
export function mergeLevels(a: CountedLevels, b: CountedLevels): CountedLevels {
  const table = tableFromCounts([...a.levels, ...b.levels], [...a.counts, ...b.counts]);
  const levelCounts = table.levels.map((level, i) => ({ level, count: elementAt(table.counts, i) }));
  levelCounts.sort((x, y) => y.count - x.count || byCodePoint(x.level, y.level));
  return {
    levels: levelCounts.map(({ level }) => level),
    counts: Float64Array.from(levelCounts, ({ count }) => count),
  };
}
