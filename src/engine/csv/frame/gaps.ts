import type { TargetColumn } from '../head/target-column.ts';
import { MISSING_TEXTS } from '../options.ts';

/** Texts that are written as nothing. */
export interface Gaps {
  texts: readonly string[];
  /** Also where blanks stand around them. */
  padded: boolean;
}

/** Fields as they are, and empty where they stand for nothing; columns with the same texts share a set of them. */
export function withoutGaps(): (gaps: Gaps) => (field: string) => string {
  const sets = new Map<readonly string[], ReadonlySet<string>>();
  return ({ texts, padded }) => {
    const set = sets.get(texts) ?? new Set(texts);
    sets.set(texts, set);
    return (field) => {
      const bare = field.replace(/^ +| +$/g, '');
      return bare === '' || set.has(padded ? bare : field) ? '' : field;
    };
  };
}

/**
 * Which texts are missing in columns that are read cell by cell: all that may be; a column of texts holds them as they are.
 * @param columns of the table
 * @param missing texts of the whole table; left out for the usual ones
 */
export const gapsIn = (
  columns: readonly Pick<TargetColumn, 'ownMissing' | 'reading'>[],
  missing: readonly string[] = MISSING_TEXTS,
): Gaps[] =>
  columns.map(({ ownMissing, reading }) => ({
    texts: ownMissing ?? missing,
    padded: ownMissing !== null || reading.kind !== 'text',
  }));
