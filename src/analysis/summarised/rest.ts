import { elementAt } from '../../facts/element-at.ts';
import { freeName } from '../../facts/free-name.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { ColumnSummary, LevelValues } from '../../facts/summary.ts';

type Levels = ColumnSummary<LevelValues>;

/**
 * Categories of columns of which some are known by their number alone: these become one category on both sides, and with them those that the other side does not list, since there
 * they may be among its rest.
 */
export function withRest(summaries: PerSide<Levels>): PerSide<Levels> {
  const all = Object.values(summaries);
  if (all.every(({ values }) => values.rest === undefined)) return summaries;
  const listed = all.map(({ values }) => new Set(values.levels));
  const isKept = (level: string): boolean => listed.every((levels) => levels.has(level));
  const others = freeName('…', new Set(listed.flatMap((levels) => [...levels])));
  return mapSides(summaries, (summary) => {
    const { rest, ...values } = summary.values;
    const kept = values.levels.flatMap((level, i) =>
      isKept(level) ? [{ level, n: elementAt(values.counts, i) }] : [],
    );
    const filled = values.counts.reduce((sum, count) => sum + count, rest?.rows ?? 0);
    const left = filled - kept.reduce((sum, { n }) => sum + n, 0);
    const ranked = [...kept, { level: others, n: left }].filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
    const counted = { levels: ranked.map(({ level }) => level), counts: Float64Array.from(ranked, ({ n }) => n) };
    return { ...summary, values: { ...values, ...counted } };
  });
}
