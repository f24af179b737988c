import { correlation, count, difference, effect } from '../../format.ts';
import { counted, listed, verb } from '../grammar.ts';
import type { DriftState } from '../../../facts/document/verdict.ts';

/** What figures call the states of columns that were compared; they list them in this order. */
const states = {
  changed: 'changed',
  moved: 'moved',
  stable: 'stable',
  insufficient: 'not enough data',
} as const satisfies Partial<Record<DriftState, string>>;

export type State = keyof typeof states;

/** An effect in its own unit, where the report words it, and as so many times its threshold; null where there is none. */
export interface Moved {
  label: string | null;
  ratio: number | null;
}

const movedText = ({ label, ratio }: Moved): string => {
  if (ratio === null) return 'not compared';
  const times = `${effect(ratio)} times the least change that matters`;
  return label === null ? times : `${label}, ${times}`;
};

export const effects = {
  states,
  axis: 'least change that matters',
  none: 'no columns were compared',
  more: (left: number): string => `${counted(left, 'more column')} below these`,
  times: (ratio: number): string => `${effect(ratio)}×`,
  stop: ({ state, ...moved }: Moved & { state: State }): string => `${states[state]}, ${movedText(moved)}`,
  nothing: 'No columns were compared.',
  movedMost: ({ counts, name, ...moved }: Moved & { counts: Record<State, number>; name: string }): string => {
    const present = (Object.keys(states) as State[]).filter((state) => counts[state] > 0);
    const list = listed(present.map((state) => `${count(counts[state])} ${states[state]}`));
    return `${list}. ${name} moved most: ${movedText(moved)}.`;
  },
  notComputed: 'effect not computed',
  bar: ({ value, threshold }: { value: number; threshold: number }): string =>
    Math.abs(value) >= threshold
      ? `effect ${effect(value)}, at or above the threshold of ${effect(threshold)}`
      : `effect ${effect(value)}, below the threshold of ${effect(threshold)}`,
};

/** Two columns, and how they go together. */
export interface Pair {
  a: string;
  b: string;
  value: number;
  /** Pairs without a value. */
  unknown: number;
}

const unknownText = (unknown: number): string => `${counted(unknown, 'pair')} could not be computed.`;

const withUnknown = (sentence: string, unknown: number): string =>
  unknown === 0 ? sentence : `${sentence} ${unknownText(unknown)}`;

export const heatMap = {
  none: 'no columns to compare',
  unnamed: (columns: number): string => `${counted(columns, 'column')}, named on the cursor`,
  notComputed: 'not computed',
  pair: (a: string, b: string): string => `${a} and ${b}`,
  tooFew: 'There are fewer than two columns to compare.',
  unknown: unknownText,
  unchanged: (unknown: number): string => withUnknown('No pair differs between the files.', unknown),
  changedMost: ({ a, b, value, unknown }: Pair): string =>
    withUnknown(`The pair that changed most is ${a} and ${b}, by ${difference(value)}.`, unknown),
  strongest: ({ a, b, value, unknown }: Pair): string =>
    withUnknown(`The strongest pair is ${a} and ${b}, at ${correlation(value)}.`, unknown),
  notListed: (pairs: number): string => `${counted(pairs, 'weaker pair')} ${verb(pairs, 'is', 'are')} not listed.`,
};
