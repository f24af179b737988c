import type { Report } from '../../facts/document/document.ts';
import { writtenCost, type CostConfig } from '../../facts/settings/cost.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';
import { words } from '../../words/words.ts';
import type { NumberSetting } from './number-settings.ts';

const { cost: texts, problems } = words.settings;

/** A change of what errors cost; undefined takes a part away. */
type CostChange = { [Part in keyof CostConfig]: CostConfig[Part] | undefined };

/** The settings with another cost; without any where nothing is left of it. */
export function withCost(config: ConfigInput, known: CostConfig, change: CostChange): ConfigInput {
  const parts = Object.entries({ ...known, ...change }).filter(([, value]) => value !== undefined && value !== '');
  const rest = { ...config };
  delete rest.cost;
  return parts.length === 0 ? rest : { ...rest, cost: Object.fromEntries(parts) };
}

/** What is set, or what the report on the screen was made with. */
export const costOf = (config: ConfigInput, report: Report | null): CostConfig =>
  config.cost === undefined ? (report?.config.cost ?? {}) : writtenCost(config.cost);

/** A part of the cost of a number's error. */
export interface UnitCostSetting extends Pick<NumberSetting, 'label' | 'hint' | 'refuse'> {
  part: 'over' | 'under' | 'free';
}

export const unitCostSettings: readonly UnitCostSetting[] = (['over', 'under', 'free'] as const).map((part) => ({
  part,
  ...texts.units[part],
  refuse: (value) => (value >= 0 ? null : problems.size),
}));

/** What a row of one class that was predicted as another costs; undefined where it is not set. */
export const cellCost = ({ cells = [] }: CostConfig, actual: string, predicted: string): number | undefined =>
  cells.find((cell) => cell.actual === actual && cell.predicted === predicted)?.cost;

/** All cells with another cost of one of them; without it where it is undefined. */
export function withCell(
  { cells = [] }: CostConfig,
  { actual, predicted, cost }: { actual: string; predicted: string; cost: number | undefined },
): CostConfig['cells'] {
  const kept = cells.filter((cell) => cell.actual !== actual || cell.predicted !== predicted);
  const changed = cost === undefined ? kept : [...kept, { actual, predicted, cost }];
  return changed.length === 0 ? undefined : changed;
}
