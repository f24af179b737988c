import type { ReadNote } from '../../../facts/statements/reading.ts';
import type { Listed, RepeatedLines } from '../coercions.ts';

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

/**
 * A note of lines of the head that stood among the rows; none where there are none.
 * @param repeated how many, and where the first one stood
 */
export const repeatedNotes = ({ lines, row }: RepeatedLines): ReadNote[] =>
  lines === 0 ? [] : [{ kind: 'head-repeated', values: { lines, row }, severity: 'info' }];
