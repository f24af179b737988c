import { expect, test } from 'vitest';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import type { ColumnDrift } from '../../src/facts/document/drift.ts';
import { columnVerdict, driftState, overallVerdict } from '../../src/report/verdict/verdict.ts';
import { columnVerdictValues } from '../../src/facts/statements/column-verdict.ts';
import { reasonValues } from '../../src/facts/statements/reasons.ts';
import type { FamilySchema } from '../../src/facts/statements/statement.ts';
import { verdictSummaryValues } from '../../src/facts/statements/verdict.ts';
import { textOf, type FamilyWords } from '../../src/report/wording/text-of.ts';
import { words } from '../../src/words/words.ts';
import { why } from '../../src/report/verdict/why.ts';

const { alpha, minimumEffect, detectableEffect } = parseConfig();
const numeric = { alpha, minimum: minimumEffect.numeric, detectable: detectableEffect.numeric };

const say = <Family extends FamilySchema>(family: Family, sentences: FamilyWords<Family>) =>
  textOf(family, sentences, words.sides.periods);
const columnText = (column: ColumnDrift): string =>
  say(columnVerdictValues, words.verdict.column)(columnVerdict(column, driftState(column, numeric), numeric), '');

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
  },
  tests: {},
  outliers: null,
  identical: false,
  minimumDetectableEffect: { value: detectable, unit: 'reference standard deviations', power: 0.8, rowsNeeded: 270 },
});

test.each([
  [0.5, 0.001, 0.2, 'changed', 'Changed by 0.5 σ, more than the 0.1 σ that matters; not chance (q = 0.001).'],
  [0.05, 0.001, 0.2, 'stable', 'Detectable (q = 0.001), but at 0.05 σ smaller than the 0.1 σ that matters.'],
  [0.05, 0.4, 0.2, 'stable', 'No change seen (0.05 σ, q = 0.4); one of 0.2 σ or more would have been.'],
  [0.2, 0.4, 0.25, 'stable', 'No change beyond chance (q = 0.4); one of 0.25 σ or more would have been seen.'],
  [
    0.2,
    0.4,
    0.8,
    'insufficient',
    'Not enough data to say: with 50 and 60 values, only a change of 0.8 σ or more would be seen 4 times in 5.',
  ],
])('effect %d, q %d, detectable %d: %s', (value, q, detectable, state, text) => {
  const column = drift(value, q, detectable);
  expect(driftState(column, numeric)).toBe(state);
  expect(columnText(column)).toBe(text);
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

test('fewer than ten independent rows on a side tell nothing', () => {
  const column = drift(2, 1e-9, 0.2);
  const few = { ...column, evidence: { ...column.evidence, effectiveSize: { reference: 50, current: 9.9 } } };
  expect(driftState(few, numeric)).toBe('insufficient');
});

test('the chain of facts says what decided, and what would have to be different', () => {
  const texts = (column: ColumnDrift): string[] =>
    why(column, driftState(column, numeric), numeric).map((step) => say(reasonValues, words.reasons.steps)(step, ''));
  expect(texts(drift(0.5, 0.001, 0.2))).toEqual([
    '0.5 σ reaches the 0.1 σ that matters.',
    'p = 0.001; corrected for the number of columns q = 0.001, below 0.05.',
    'a change of 0.2 σ or more would be seen 4 times in 5; fine enough for an answer, which takes 0.3 σ.',
    'It would not count as changed if only changes above 0.5 σ mattered.',
  ]);
  expect(texts(drift(0.2, 0.4, 0.8)).at(-1)).toBe('About 270 rows like these on each side would be enough to say.');
});

test('the sentence about the whole', () => {
  const column = (name: string, state: 'changed' | 'stable' | 'insufficient' | 'notTested', strength = 0) => ({
    name,
    state,
    strength,
  });
  const summary = (...columns: Parameters<typeof overallVerdict>[0]): string =>
    say(verdictSummaryValues, words.verdict.summary)(overallVerdict(columns).summary, '');
  expect(
    summary(column('a', 'changed', 2), column('b', 'changed', 3), column('c', 'stable'), column('d', 'notTested')),
  ).toBe('2 of 3 columns have changed, “b” the most.');
  expect(summary(column('a', 'stable'), column('b', 'insufficient'))).toBe(
    'No change in 1 of 2 columns. For 1 column there is not enough data to say.',
  );
  expect(overallVerdict([column('a', 'insufficient')]).state).toBe('insufficient');
  expect(overallVerdict([]).state).toBe('notTested');
});
