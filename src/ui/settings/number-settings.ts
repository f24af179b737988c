import { FEWEST_ROWS_OF_PERIOD, type ConfigInput } from '../../facts/settings/settings.ts';
import type { SidesWords } from '../../report/side-words.ts';
import { words } from '../../words/words.ts';

/** A number that a person may set. */
export interface NumberSetting {
  id: string;
  label: string;
  hint: string;
  read: (config: ConfigInput) => number | undefined;
  write: (config: ConfigInput, value: number) => ConfigInput;
  /** Where another setting makes it matter; everywhere, if absent. */
  appliesTo?: (config: ConfigInput) => boolean;
  /** Why a value cannot be taken; null where it can. */
  refuse: (value: number) => string | null;
}

const { numbers, problems } = words.settings;

const share = (value: number) => (value >= 0 && value <= 1 ? null : problems.share);
const size = (value: number) => (value >= 0 ? null : problems.size);

/** In the words for both files. */
export const numberSettings = (sides: SidesWords): NumberSetting[] => [
  {
    id: 'alpha',
    ...numbers.alpha,
    read: (config) => config.alpha,
    write: (config, alpha) => ({ ...config, alpha }),
    refuse: (value) => (value > 0 && value < 1 ? null : problems.alpha),
  },
  {
    id: 'minimum-effect-numeric',
    label: numbers['minimum-effect-numeric'].label,
    hint: numbers['minimum-effect-numeric'].hint(sides),
    read: (config) => config.minimumEffect?.numeric,
    write: (config, numeric) => ({ ...config, minimumEffect: { ...config.minimumEffect, numeric } }),
    refuse: size,
  },
  {
    id: 'minimum-effect-categorical',
    ...numbers['minimum-effect-categorical'],
    read: (config) => config.minimumEffect?.categorical,
    write: (config, categorical) => ({ ...config, minimumEffect: { ...config.minimumEffect, categorical } }),
    refuse: share,
  },
  {
    id: 'detectable-effect-numeric',
    ...numbers['detectable-effect-numeric'],
    read: (config) => config.detectableEffect?.numeric,
    write: (config, numeric) => ({ ...config, detectableEffect: { ...config.detectableEffect, numeric } }),
    refuse: size,
  },
  {
    id: 'detectable-effect-categorical',
    ...numbers['detectable-effect-categorical'],
    read: (config) => config.detectableEffect?.categorical,
    write: (config, categorical) => ({ ...config, detectableEffect: { ...config.detectableEffect, categorical } }),
    refuse: share,
  },
  {
    id: 'bins-count',
    ...numbers['bins-count'],
    read: (config) => config.bins?.count,
    write: (config, count) => ({ ...config, bins: { ...config.bins, count } }),
    refuse: (value) => (Number.isInteger(value) && value >= 2 && value <= 200 ? null : problems.bins),
  },
  {
    id: 'periods-rows',
    ...numbers['periods-rows'],
    appliesTo: ({ periods }) => typeof periods === 'object',
    read: ({ periods }) => (typeof periods === 'object' ? periods.rows : undefined),
    write: (config, rows) => ({ ...config, periods: { rows } }),
    refuse: (value) =>
      Number.isInteger(value) && value >= FEWEST_ROWS_OF_PERIOD ? null : problems.periodRows(FEWEST_ROWS_OF_PERIOD),
  },
];

/** What was typed as a number, or why it is none; a comma is taken for a point. */
export function readNumber(typed: string, refuse: NumberSetting['refuse']): { value: number } | { problem: string } {
  const text = typed.trim().replace(',', '.');
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return { problem: problems.noNumber };
  const problem = refuse(value);
  return problem === null ? { value } : { problem };
}
