import { largest, smallest } from '../../facts/extremes.ts';
import type { ColumnProfile } from '../../engine/columns/profile.ts';
import { changedKind } from './cell-kind.ts';
import { configByName, type Config } from '../../facts/settings/settings.ts';
import { inferRoles } from './infer-role.ts';
import { inferType } from './infer-type.ts';
import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide, Side } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';

const BY_HAND = { kind: 'set-by-hand', values: {} } as const;
const NOTHING_ELSE = { kind: 'nothing-else', values: {} } as const;

/**
 * The columns of both files with their types and roles: guessed from the samples, overruled by the config.
 * @param profiles each file's columns, in file order
 * @param config `columns` may set type and role by name
 */
export function inferSchema(profiles: PerSide<readonly ColumnProfile[]>, config: Config): ColumnSchema[] {
  const sides = SIDES.filter((side) => profiles[side] !== undefined);
  const bySide = new Map(
    sides.map((side) => [side, new Map((profiles[side] ?? []).map((profile) => [profile.name, profile]))]),
  );
  const names = [...new Set(sides.flatMap((side) => [...(bySide.get(side)?.keys() ?? [])]))];
  const set = configByName(config);
  const typed = names.map((name) => {
    const found = sides.flatMap((side) => bySide.get(side)?.get(name) ?? []);
    const byHand = set.get(name)?.type;
    const guess = byHand === undefined ? inferType(name, found) : { type: byHand, reason: BY_HAND };
    const presentIn = sides.filter((side): side is Side => bySide.get(side)?.has(name) === true);
    return { name, ...guess, presentIn, ...rangeOf(found) };
  });
  const roles = inferRoles(typed);
  return typed.map(({ name, type, reason, presentIn }) => {
    const byHand = set.get(name)?.role;
    const guess = roles.get(name);
    return {
      name,
      type,
      role: byHand ?? guess?.role ?? 'feature',
      typeReason: reason,
      roleReason: byHand === undefined ? (guess?.reason ?? NOTHING_ELSE) : BY_HAND,
      presentIn,
      ...changedKind(bySide.get('reference')?.get(name), bySide.get('current')?.get(name)),
    };
  });
}

/** The range of the sampled numbers; empty (low above high) where there are none. */
function rangeOf(profiles: readonly ColumnProfile[]): { low: number; high: number } {
  const withNumbers = profiles.filter(({ numbers }) => numbers > 0);
  return {
    low: smallest(withNumbers.map(({ min }) => min)),
    high: largest(withNumbers.map(({ max }) => max)),
  };
}
