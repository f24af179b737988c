import type { ColumnResult } from '../../facts/document/drift.ts';
import type { Side } from '../../facts/document/side.ts';

/** Values of a file that are known by name, with the rows that hold them where that is known. */
export type Known = Map<string, number | undefined>;

/** The file's categories as far as the report names them; of columns without categories its most common values. */
export function knownValues(
  { distribution, quality }: Pick<ColumnResult, 'distribution' | 'quality'>,
  side: Side,
): Known {
  if (distribution?.kind !== 'categorical') {
    return new Map(quality[side]?.mostCommon.map(({ value, count }) => [value, count]));
  }
  const ownLevels = side === 'current' ? distribution.appeared : distribution.vanished;
  const shown = distribution.categories.filter(({ counts }) => (counts[side] ?? 0) > 0);
  return new Map([
    ...ownLevels.names.map((name): [string, undefined] => [name, undefined]),
    ...shown.map(({ name, counts }): [string, number | undefined] => [name, counts[side]]),
  ]);
}

/** Whether the report names every value of the column. */
export const namesAll = ({ distribution }: ColumnResult): boolean =>
  distribution?.kind === 'categorical' && distribution.other === null;
