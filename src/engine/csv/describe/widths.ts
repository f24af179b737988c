import type { ReadNote } from '../../../facts/statements/reading.ts';
import type { Listed } from '../coercions.ts';

/**
 * A note of rows that have not as many fields as they should; none where there are none.
 * @param kind whether they have fewer or more
 * @param rows how many, and the first ones
 * @param width how many fields a row should have
 */
export function widthNotes(kind: 'rows-short' | 'rows-long', { count, examples }: Listed, width: number): ReadNote[] {
  if (count === 0) return [];
  const [first] = examples;
  return [
    {
      kind,
      values: { rows: count, width },
      severity: 'warning',
      examples,
      ...(first !== undefined && { row: first.row }),
    },
  ];
}
