import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/facts/settings/settings.ts';
import type { ColumnDrift } from '../../../src/facts/document/drift.ts';
import type { Yardstick } from '../../../src/facts/document/comparison.ts';
import { overallVerdict, type Judged } from '../../../src/report/verdict/overall.ts';
import { columnVerdict, driftState } from '../../../src/report/verdict/verdict.ts';
import type { Move } from '../../../src/facts/statements/moves.ts';
import { columnVerdictValues } from '../../../src/facts/statements/column-verdict.ts';
import { reasonValues } from '../../../src/facts/statements/reasons.ts';
import type { FamilySchema } from '../../../src/facts/statements/statement.ts';
import { verdictPartValues, verdictSummaryValues, type VerdictPart } from '../../../src/facts/statements/verdict.ts';
import { textOf, type FamilyWords } from '../../../src/report/wording/text-of.ts';
import { words } from '../../../src/words/words.ts';
import { why } from '../../../src/report/verdict/why.ts';

const { alpha, minimumEffect, detectableEffect } = parseConfig();
const numeric = { alpha, minimum: minimumEffect.numeric, detectable: detectableEffect.numeric };

const say = <Family extends FamilySchema>(family: Family, sentences: FamilyWords<Family>) =>
  textOf(family, sentences, words.sides.periods);
const higher: Move = {
  ...{ way: 'mean', time: false, before: 79.3, after: 81 },
  upTo: { value: 72, before: 0.41, after: 0.26 },
};
const columnText = (column: ColumnDrift, move: Move | null = higher): string => {
  const verdict = columnVerdict(column, driftState(column, numeric), { rule: numeric, move });
  return say(columnVerdictValues, words.verdict.column)(verdict, '');
};

const drift = (value: number, qValue: number, detectable: number): ColumnDrift => ({
  effect: { method: 'wasserstein', value, unit: 'reference standard deviations' },
  evidence: {
    method: 'ks',
    statistic: 0,
    pValue: qValue,
    qValue,
    rows: { reference: 50, current: 60 },
    effectiveSize: { reference: 50, current: 60 },
    pValueIndependent: qValue,
    qValueIndependent: qValue,
  },
  tests: {},
  outliers: null,
  identical: false,
  minimumDetectableEffect: { value: detectable, unit: 'reference standard deviations', power: 0.8, rowsNeeded: 270 },
});

test.each([
  [0.5, 0.001, 0.2, 'changed', 'Higher: mean 79.3 → 81.0; values up to 72 fell from 41% to 26% of rows.'],
  [0.05, 0.001, 0.2, 'stable', 'Detectable (q = 0.001), but at 0.05 σ smaller than the 0.1 σ that matters.'],
  [0.05, 0.4, 0.2, 'stable', 'No change seen (0.05 σ, q = 0.4); a shift of 0.2 σ or more would have been.'],
  [0.2, 0.4, 0.25, 'stable', 'No change beyond chance (q = 0.4); a shift of 0.25 σ or more would have been seen.'],
  [0.05, 0.4, 0.8, 'insufficient', 'No move seen; a shift of 0.8 σ or less would not be, with 50 and 60 values.'],
  [
    0.2,
    0.4,
    0.8,
    'insufficient',
    'No move beyond chance seen; a shift of 0.8 σ or less would not be, with 50 and 60 values.',
  ],
])('effect %d, q %d, detectable %d: %s', (value, q, detectable, state, text) => {
  const column = drift(value, q, detectable);
  expect(driftState(column, numeric)).toBe(state);
  expect(columnText(column)).toBe(text);
});

/** Rows that depend on each other: clear where all are counted in full, and not at what they are worth. */
const dependent = (value: number, effective = 20): ColumnDrift => {
  const column = drift(value, 0.4, 0.8);
  const effectiveSize = { reference: effective, current: effective };
  return { ...column, evidence: { ...column.evidence, effectiveSize, qValueIndependent: 1e-9 } };
};

test('rows that moved, though not by more than chance: moved, with why that is not known', () => {
  expect(driftState(dependent(0.5), numeric)).toBe('moved');
  expect(columnText(dependent(0.5))).toBe(
    'Moved: mean 79.3 → 81.0. Neighbouring rows depend on each other: 50 and 60 rows are worth 20 and 20 independent ones, too few to call it unusual.',
  );
  expect(columnText(dependent(0.5), null)).toMatch(/^Moved: 0\.5 σ\. /);
  expect(driftState(dependent(0.05), numeric)).toBe('insufficient');
  const outliers = { low: -3, high: 3, counts: { reference: 0, current: 1 }, currentShare: 0.001, rows: [] };
  expect(driftState({ ...dependent(0.5), outliers: { ...outliers, effectWithout: 0.02 } }, numeric)).toBe(
    'insufficient',
  );
});

test('what was held against the same part of a cycle says so', () => {
  const matched = (column: ColumnDrift): ColumnDrift => ({ ...column, effect: { ...column.effect, plain: 0.9 } });
  expect(columnText(matched(drift(0.5, 0.001, 0.2)))).toBe(
    'Higher: mean 79.3 → 81.0; values up to 72 fell from 41% to 26% of rows. Compared with the same hours or days of the reference.',
  );
  expect(columnText(matched(dependent(0.5)))).toMatch(
    /^Moved: mean 79\.3 → 81\.0\. Compared with the same hours or days of the reference\. Neighbouring rows/,
  );
});

test('stretches of the reference are the yardstick of a move, and evidence though rows are few', () => {
  const yardstick = (effect: number): Yardstick => ({ windows: 14, effect, raw: 10 * effect });
  expect(columnText({ ...dependent(0.5), yardstick: yardstick(0.14) })).toBe(
    'Moved: mean 79.3 → 81.0. Stretches of the reference as long as this differ by up to 1.4; too few of them to call it unusual.',
  );
  expect(columnText({ ...dependent(0.5), yardstick: yardstick(0.7) })).toBe(
    'Moved: mean 79.3 → 81.0. Stretches of the reference as long as this differ as much: by up to 7.',
  );
  const few = dependent(0.5, 3);
  const clear = { ...few, evidence: { ...few.evidence, qValue: 0.01 } };
  expect(driftState(clear, numeric)).toBe('moved');
  expect(driftState({ ...clear, yardstick: yardstick(0.14) }, numeric)).toBe('changed');
});

test('what is identical, or decided by the clock, is not tested', () => {
  const same = { ...drift(0, 1, 0.2), identical: true };
  expect([driftState(same, numeric), columnText(same)]).toEqual([
    'identical',
    'The same values, the same number of times.',
  ]);
  const clock: ColumnDrift = { ...drift(0.5, 0.001, 0.2), calendar: { cycle: 'week', slots: 7, lacking: 2 } };
  expect([driftState(clock, numeric), columnText(clock)]).toEqual([
    'calendar',
    'The clock decides it, so it is not tested; the current file lacks 2 of 7 times of the week.',
  ]);
  expect([same, clock].map((column) => why(column, driftState(column, numeric), numeric))).toEqual([[], []]);
});

test.each<[Move, string, string]>([
  [
    { way: 'mean', time: true, before: 0, after: 86_400_000, upTo: null },
    'Later: mean Jan 1, 1970 → Jan 2, 1970.',
    ' later, mean Jan 1, 1970 → Jan 2, 1970',
  ],
  [
    { way: 'spread', time: false, before: 2.1, after: 3.4, upTo: null },
    'Wider: standard deviation 2.1 → 3.4.',
    ' wider, standard deviation 2.1 → 3.4',
  ],
  [
    { way: 'shape', upTo: { value: 5, before: 0.1, after: 0.3 } },
    'Another shape: values up to 5 rose from 10% to 30% of rows.',
    ', values up to 5 rose from 10% to 30% of rows',
  ],
  [
    { way: 'level', level: { quote: 'B', rows: 9 }, before: 0.059, after: 0.02 },
    '“B” fell from 5.9% to 2% of rows.',
    ', “B” 5.9% → 2% of rows',
  ],
])('%j is said of the column and in the headline', (move, text, remark) => {
  expect(columnText(drift(0.5, 0.001, 0.2), move)).toBe(text);
  const part: VerdictPart = { kind: 'changed', values: { count: 3, tested: 5, named: [{ name: 'x', move }] } };
  expect(say(verdictPartValues, words.verdict.parts)(part, '')).toBe(
    `3 of 5 columns have changed: “x”${remark}; and 2 more.`,
  );
});

test('a change that lives in a few outlying rows is no drift', () => {
  const outliers = { low: -3, high: 3, counts: { reference: 0, current: 1 }, currentShare: 0.001, rows: [] };
  const column = { ...drift(1.02, 0.001, 0.2), outliers: { ...outliers, effectWithout: 0.02 } };
  expect(driftState(column, numeric)).toBe('stable');
  expect(columnText(column)).toBe(
    'Outliers, not drift: the 1.02 σ come from 1 outlying row; without outliers it is 0.02 σ.',
  );
  const many = { ...column, outliers: { ...column.outliers, currentShare: 0.05 } };
  expect(driftState(many, numeric)).toBe('changed');
});

test('fewer than ten independent rows on a side prove nothing', () => {
  const few = (value: number): ColumnDrift => {
    const column = drift(value, 1e-9, 0.2);
    return { ...column, evidence: { ...column.evidence, effectiveSize: { reference: 50, current: 9.9 } } };
  };
  expect(driftState(few(2), numeric)).toBe('moved');
  expect(driftState(few(0.05), numeric)).toBe('insufficient');
});

test('the chain of facts says what decided, and what would have to be different', () => {
  const texts = (column: ColumnDrift): string[] =>
    why(column, driftState(column, numeric), numeric).map((step) => say(reasonValues, words.reasons.steps)(step, ''));
  expect(texts(drift(0.5, 0.001, 0.2))).toEqual([
    '0.5 σ reaches the 0.1 σ that matters.',
    'p = 0.001; corrected for the number of columns q = 0.001, below 0.05.',
    'A shift of 0.2 σ or more would be seen 4 times in 5; fine enough for an answer, which takes 0.3 σ.',
    'It would not count as changed if only changes above 0.5 σ mattered.',
  ]);
  const enough = 'About 270 rows like these on each side would be enough to say.';
  expect([drift(0.2, 0.4, 0.8), dependent(0.5)].map((column) => texts(column).at(-1))).toEqual([enough, enough]);
  expect(texts(dependent(0.2)).at(-1)).toBe('More rows like these could say whether it is more than chance.');
  expect(texts({ ...dependent(0.5), yardstick: { windows: 14, effect: 0.14 } })).toContain(
    '14 stretches of the reference as long as this differ from the rest of it by up to 0.14 σ; this is more.',
  );
});

test('the sentence that counts the columns', () => {
  const column = (name: string, state: Judged['state'], strength = 0): Judged => ({ name, state, strength });
  const summary = (...columns: Judged[]): string =>
    say(verdictSummaryValues, words.verdict.summary)(overallVerdict(columns).summary, '');
  expect(
    summary(column('a', 'changed', 2), column('b', 'changed', 3), column('c', 'moved', 9), column('d', 'notTested')),
  ).toBe('2 of 3 columns have changed, “b” the most. 1 has moved, perhaps by chance.');
  expect(summary(column('a', 'stable'), column('b', 'insufficient'))).toBe(
    'No change in 1 of 2 columns. For 1 column there are too few data to see a change.',
  );
  const stateOf = (...states: Judged['state'][]): string =>
    overallVerdict(states.map((state, i) => column(String(i), state))).state;
  expect(stateOf('insufficient', 'moved', 'stable')).toBe('moved');
  expect(stateOf('identical', 'identical', 'notTested')).toBe('identical');
  expect(stateOf('identical', 'calendar', 'insufficient')).toBe('stable');
  expect([stateOf('insufficient'), stateOf('notTested'), stateOf()]).toEqual([
    ...['insufficient', 'notTested', 'notTested'],
  ]);
});
