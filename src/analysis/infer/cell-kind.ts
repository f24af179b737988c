import type { ColumnProfile } from '../../engine/columns/profile.ts';
import type { CellKind, ColumnSchema } from '../../facts/document/columns.ts';

/** At least this share of the filled cells must read so. */
const MOSTLY = 0.8;

/** What most filled cells of a sample read as; null without any. */
export function cellKind({ storage, filled, numbers, times, booleans }: ColumnProfile): CellKind | null {
  if (filled === 0) return null;
  if (storage === 'number' || numbers >= MOSTLY * filled) return 'numbers';
  if (storage === 'boolean' || booleans >= MOSTLY * filled) return 'yes and no';
  return storage === 'time' || times >= MOSTLY * filled ? 'times' : 'texts';
}

/** What the cells of both files read as, where they differ. */
export function changedKind(
  reference: ColumnProfile | undefined,
  current: ColumnProfile | undefined,
): Pick<ColumnSchema, 'readsAs'> {
  if (reference === undefined || current === undefined) return {};
  const [referenceKind, currentKind] = [cellKind(reference), cellKind(current)];
  return referenceKind === null || currentKind === null || referenceKind === currentKind
    ? {}
    : { readsAs: { reference: referenceKind, current: currentKind } };
}
