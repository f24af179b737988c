import { largest, smallest } from '../../facts/extremes.ts';
import type { SegmentCondition } from '../../facts/document/where.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { CodedColumn } from './code-column.ts';

/**
 * What rows in some bins of a column have in common.
 * @param column in bins
 * @param chosen which bins: neighbours, any of categories, or the one of missing values alone
 */
export function conditionOf({ name: column, bins, of }: CodedColumn, chosen: readonly number[]): SegmentCondition {
  if (chosen.includes(bins)) return { kind: 'missing', column };
  switch (of.kind) {
    case 'number': {
      const [low, high] = [smallest(chosen), largest(chosen)];
      return { kind: 'range', column, above: of.edges[low - 1] ?? null, upTo: of.edges[high] ?? null };
    }
    case 'clock':
      return { kind: 'clock', column, part: of.part, first: chosen[0] ?? 0, last: chosen.at(-1) ?? 0 };
    case 'category': {
      const named = chosen.toSorted((a, b) => a - b).flatMap((bin) => of.levels[bin] ?? []);
      return {
        ...{ kind: 'values', column, values: named.map((level) => quote(level.name, level.rows)) },
        others: chosen.includes(of.levels.length),
      };
    }
  }
}
