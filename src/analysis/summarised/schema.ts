import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';
import { configByName, type Config } from '../../facts/settings/settings.ts';
import type { SummaryFile } from '../../facts/summary-file.ts';

const IN_SUMMARY = { kind: 'in-summary', values: {} } as const;
const BY_HAND = { kind: 'set-by-hand', values: {} } as const;

/** The columns of summary files, as these have them; roles may be set by hand, types were decided when the rows were counted. */
export function summarisedSchema(files: PerSide<SummaryFile>, config: Config): ColumnSchema[] {
  const sides = SIDES.filter((side) => files[side] !== undefined);
  const byName = new Map(sides.map((side) => [side, new Map(files[side]?.columns.map((one) => [one.name, one]))]));
  const names = new Set(sides.flatMap((side) => [...(byName.get(side)?.keys() ?? [])]));
  const set = configByName(config);
  return [...names].map((name) => {
    const presentIn = sides.filter((side) => byName.get(side)?.has(name) === true);
    const found = presentIn.flatMap((side) => byName.get(side)?.get(name) ?? []);
    const byHand = set.get(name)?.role;
    return {
      name,
      type: found[0]?.type ?? 'text',
      role: byHand ?? found[0]?.role ?? 'feature',
      typeReason: IN_SUMMARY,
      roleReason: byHand === undefined ? IN_SUMMARY : BY_HAND,
      presentIn,
    };
  });
}
