import { count } from '../../format.ts';
import { counted, named, verb } from '../grammar.ts';

const conditions = {
  statuses: { fail: 'Failed', unknown: 'Not known', pass: 'Passed' },
  summary: ({ total, broken }: { total: number; broken: number }): string => {
    if (broken > 0) return `${count(broken)} of ${counted(total, 'condition')} ${verb(broken, 'is', 'are')} not met`;
    return total === 1 ? 'The condition of the set-up is met' : `All ${count(total)} conditions of the set-up are met`;
  },
};

/** What an unfinished report can say. */
const soFar = {
  rows: 'A look at the first rows, while the rest is read',
  columns: ({ done, total }: { done: number; total: number }): string =>
    `${count(done)} of ${counted(total, 'column')} looked at so far`,
  last: 'The verdict comes last: it weighs all columns together.',
};

/** Whose rule gave the states on the screen. */
const profiles = {
  plumbline: 'Verdicts by the profile “Plumbline, calibrated”; Evidently’s scores stand beside them in each row.',
  /** Of summaries, which hold none of Evidently’s scores. */
  alone: 'Verdicts by the profile “Plumbline, calibrated”.',
  evidently:
    'Verdicts by the profile “Evidently’s defaults”: its methods and thresholds, which do not know how many rows or columns there are.',
};

/** Columns of a state, behind their number. */
const states = {
  changed: 'changed',
  moved: 'moved',
  insufficient: 'not enough data',
  stable: 'stable',
  calendar: 'set by the clock',
  identical: 'identical',
  notTested: 'not tested',
};

/** The choice of columns that the others are compared within. */
const within = {
  summary: (chosen: readonly string[]): string =>
    chosen.length === 0 ? 'Compare like with like' : `Compared within the same ${named(chosen)}`,
  lead: 'Another mix of shifts or products looks like a change. Choose columns: all others are then compared within rows that have the same values there.',
  label: 'Columns to compare within, with the number of their values',
  allRows: 'Compare all rows',
  more: 'How this is done',
};

/** What to do, below the headline. */
const advice = {
  heading: 'What to do now',
  basis: 'Rests on',
  handbook: 'When each is said',
  toCome: 'What to do now follows when rows that stand out were looked for.',
};

export const overview = {
  ...{ within, conditions, soFar, profiles, states, advice },
  movedMost: 'What changed or moved most',
  allMoved: (columns: number): string => `All ${count(columns)} that changed or moved`,
  worthALook: 'Worth a look',
  files: ({ single }: { single: boolean }): string => (single ? 'The file' : 'The two files'),
  filesTable: 'The files',
  performance: 'Performance',
  chance: 'What chance would do',
};
