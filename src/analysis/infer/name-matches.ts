import type { Side } from '../../facts/document/side.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';

/** Columns of the two files whose names differ in spelling alone. */
export interface NameMatch {
  reference: string;
  current: string;
}

/** A name without what people write now this way, now that: case, accents, blanks and marks between words. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[\s_\-.:/]+/g, '');

/**
 * Columns that stand in one file only and differ from one of the other file in case, accents, blanks or marks. A name
 * that would go with several is left alone.
 * @param columns of both files
 */
export function matchNames(columns: readonly Pick<ColumnSchema, 'name' | 'presentIn'>[]): NameMatch[] {
  const namesOnlyIn = (side: Side): Map<string, string[]> => {
    const groups = new Map<string, string[]>();
    for (const { name, presentIn } of columns) {
      if (presentIn.length !== 1 || presentIn[0] !== side) continue;
      groups.set(plain(name), [...(groups.get(plain(name)) ?? []), name]);
    }
    return groups;
  };
  const current = namesOnlyIn('current');
  return [...namesOnlyIn('reference')].flatMap(([key, names]): NameMatch[] => {
    const [reference, ...furtherReferences] = names;
    const [found, ...furtherCurrents] = current.get(key) ?? [];
    const isOne = key !== '' && furtherReferences.length + furtherCurrents.length === 0;
    return isOne && reference !== undefined && found !== undefined ? [{ reference, current: found }] : [];
  });
}
