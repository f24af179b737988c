import type { ConfigInput } from '../../facts/settings.ts';

/** A number that a person may set. */
export interface NumberSetting {
  id: string;
  label: string;
  hint: string;
  read: (config: ConfigInput) => number | undefined;
  write: (config: ConfigInput, value: number) => ConfigInput;
  /** Why a value cannot be taken; null where it can. */
  refuse: (value: number) => string | null;
}

const share = (value: number) => (value >= 0 && value <= 1 ? null : 'A share lies between 0 and 1.');
const size = (value: number) => (value >= 0 ? null : 'A size cannot be below 0.');

export const numberSettings: NumberSetting[] = [
  {
    id: 'alpha',
    label: 'False alarms allowed',
    hint: 'α: the share of alarms that may be luck, all columns together',
    read: (config) => config.alpha,
    write: (config, alpha) => ({ ...config, alpha }),
    refuse: (value) => (value > 0 && value < 1 ? null : 'It must lie between 0 and 1, both excluded.'),
  },
  {
    id: 'floor-numeric',
    label: 'Smallest change that matters: numbers',
    hint: 'In standard deviations of the reference',
    read: (config) => config.minimumEffect?.numeric,
    write: (config, numeric) => ({ ...config, minimumEffect: { ...config.minimumEffect, numeric } }),
    refuse: size,
  },
  {
    id: 'floor-categorical',
    label: 'Smallest change that matters: categories',
    hint: 'As a share of rows, 0 to 1',
    read: (config) => config.minimumEffect?.categorical,
    write: (config, categorical) => ({ ...config, minimumEffect: { ...config.minimumEffect, categorical } }),
    refuse: share,
  },
  {
    id: 'resolution-numeric',
    label: 'How coarse a look still is an answer: numbers',
    hint: '“Stable” is said only where a change of this size would have been seen; in standard deviations',
    read: (config) => config.detectableEffect?.numeric,
    write: (config, numeric) => ({ ...config, detectableEffect: { ...config.detectableEffect, numeric } }),
    refuse: size,
  },
  {
    id: 'resolution-categorical',
    label: 'How coarse a look still is an answer: categories',
    hint: 'The same, as a share of rows, 0 to 1',
    read: (config) => config.detectableEffect?.categorical,
    write: (config, categorical) => ({ ...config, detectableEffect: { ...config.detectableEffect, categorical } }),
    refuse: share,
  },
  {
    id: 'bins-count',
    label: 'Number of bins',
    hint: 'At most, where they end at round numbers; empty: as many as the data bear',
    read: (config) => config.bins?.count,
    write: (config, count) => ({ ...config, bins: { ...config.bins, count } }),
    refuse: (value) => (Number.isInteger(value) && value >= 2 && value <= 200 ? null : 'A whole number from 2 to 200.'),
  },
];

/** What was typed as a number, or why it is none; a comma is taken for a point. */
export function readNumber(typed: string, refuse: NumberSetting['refuse']): { value: number } | { problem: string } {
  const text = typed.trim().replace(',', '.');
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return { problem: 'This is not a number.' };
  const problem = refuse(value);
  return problem === null ? { value } : { problem };
}
