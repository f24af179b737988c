/** Steps by which a name of a zone with several meanings is told by another one in the column. */
export type PairStep = 'zone-central' | 'zone-british' | 'zone-atlantic';

/** What is done to a text before its format is looked for: the same here and in the engine. */
export type TimeStep =
  | ('weekday' | 'zone' | PairStep | 'zone-left-out' | 'seconds')
  | ('era' | 'joined' | 'signs' | 'halves' | 'points' | 'midnight' | 'months');
