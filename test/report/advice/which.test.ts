import { expect, test } from 'vitest';
import type { Report } from '../../../src/facts/document/document.ts';
import { adviceOf } from '../../../src/report/advice/advice.ts';
import {
  asGood,
  COUNTS,
  beyond,
  bigger,
  finding,
  inWhere,
  missing,
  needing,
  quiet,
  relation,
  sampled,
  searched,
  segmentOf,
  splitBy,
  stretch,
  unsplit,
  withColumn,
  withDrift,
  withFindings,
  withModel,
  worse,
} from './constructed.ts';

/** What is so, and what is then advised. */
const cases: [string, Report, string[]][] = [
  ['nothing changed', quiet, ['keep']],
  ['nothing changed, and the model is as good', withModel(quiet, asGood), ['keep']],
  ['the model may have got worse, which may be chance', withModel(quiet, { state: 'noMoreThanNoise' }), []],
  ['whether the model is as good is not known', withModel(quiet, { state: 'notComparable' }), []],
  [
    'of a column nothing can be said',
    { ...quiet, verdict: { ...quiet.verdict, counts: { ...COUNTS, insufficient: 1 } } },
    [],
  ],
  ['a column changed', { ...quiet, verdict: { ...quiet.verdict, state: 'changed' } }, []],
  [
    'a finding is to be looked at',
    withFindings(quiet, finding('spellings', { categories: 1, names: [] }, { severity: 'medium' })),
    [],
  ],
  ['rows differ somewhere', inWhere(quiet, { segments: [segmentOf(0, 'differs')] }), []],

  ['many values beyond the range', withFindings(quiet, beyond(601)), ['check-data']],
  ['a few values, as far out as the range is wide', withFindings(quiet, beyond(1)), ['check-data']],
  ['one of 100 values somewhat beyond it', withFindings(quiet, beyond(1, { severity: 'medium' })), ['check-data']],
  [
    'less than one of 100 values somewhat beyond it',
    withFindings(bigger(quiet), beyond(4, { severity: 'medium' })),
    [],
  ],
  ['values beyond the range that may be chance', withFindings(quiet, beyond(601, { severity: 'low' })), ['keep']],
  ['many values far beyond it in one stretch, and the other rows are what they were', stretch(0.1), ['check-data']],
  ['many values far beyond it, and the other rows moved as far', stretch(2), []],
  [
    'many values beyond it in one stretch, but not far',
    withFindings(stretch(0.1), beyond(60, { severity: 'low', value: 2 })),
    [],
  ],
  [
    'predictions beyond the range',
    withFindings(
      withColumn(quiet, () => ({ role: 'prediction' })),
      beyond(601),
    ),
    [],
  ],
  [
    'a counter that the clock decides',
    withFindings(
      withColumn(quiet, (column) => withDrift(column, { state: 'calendar' })),
      beyond(601),
    ),
    [],
  ],
  [
    'outliers of which there are more',
    withFindings(quiet, finding('outliers', { rows: 3, share: 0.03, low: 1, high: 5, farthest: null })),
    ['check-data'],
  ],
  [
    'one number in every row',
    withFindings(quiet, finding('constant', { value: { quote: 5 }, before: 'varies' })),
    ['check-data'],
  ],
  [
    'one category in every row',
    withFindings(quiet, finding('constant', { value: { quote: 'a' }, before: 'varies' }, { column: '</script>' })),
    [],
  ],
  ['more missing cells', withFindings(quiet, missing(0.3)), ['check-data']],
  ['cells that are missing in both files', withFindings(quiet, finding('missing', { share: 0.3, change: null })), []],
  ['an emptied column', withFindings(quiet, finding('emptied', { before: 0, after: 0.95 })), ['check-data']],
  [
    'an input that is gone',
    withFindings(quiet, finding('only-in-one-file', { name: 'x', side: 'reference' }, { side: 'reference' })),
    ['check-data'],
  ],
  ['a new input', withFindings(quiet, finding('only-in-one-file', { name: 'x', side: 'current' })), []],
  [
    'labels that are still to come',
    withFindings(
      withColumn(quiet, () => ({ role: 'target' })),
      finding('only-in-one-file', { name: 'x', side: 'reference' }, { side: 'reference' }),
    ),
    [],
  ],
  [
    'texts in place of numbers',
    withFindings(quiet, finding('type-change', { reference: 'numbers', current: 'texts' })),
    ['check-data'],
  ],
  ['unreadable cells', withFindings(quiet, finding('unreadable', { side: 'current', cells: 20 })), ['check-data']],
  [
    'unreadable cells of the reference',
    withFindings(quiet, finding('unreadable', { side: 'reference', cells: 20 }, { side: 'reference' })),
    [],
  ],
  ['infinite values', withFindings(quiet, finding('infinite', { side: 'current', cells: 1 })), ['check-data']],
  [
    'lost zeros',
    withFindings(
      quiet,
      finding('leading-zeros-lost', {
        side: 'current',
        codes: 1,
        rows: 9,
        all: true,
        code: { quote: '01' },
        bare: { quote: '1' },
      }),
    ),
    ['check-data'],
  ],
  ['one file alone', withFindings({ ...quiet, inputs: { current: quiet.inputs.current! } }, beyond(601)), []],
  [
    'rows that a filter chose',
    withFindings({ ...quiet, verdict: { ...quiet.verdict, exploratory: true } }, beyond(601)),
    [],
  ],
  ['Evidently’s rule', withFindings({ ...quiet, config: { ...quiet.config, profile: 'evidently' } }, beyond(601)), []],

  [
    'a guess does better now',
    withModel(quiet, { state: 'noMoreThanNoise', isWorseThanNaive: { reference: false, current: true } }),
    ['avoid-model'],
  ],
  [
    'a guess did better before',
    withModel(quiet, { state: 'better', isWorseThanNaive: { reference: true, current: false } }),
    ['keep'],
  ],
  ['model A is better', withModel(quiet, {}, { twoModels: true }), ['choose-model']],
  ['neither model is better', withModel(quiet, { state: 'noMoreThanNoise' }, { twoModels: true }), []],
  ['each model is better by some measure', withModel(quiet, { state: 'mixed' }, { twoModels: true }), []],
  [
    'the better model is worse than a guess',
    withModel(quiet, { isWorseThanNaive: { reference: true, current: false } }, { twoModels: true }),
    ['avoid-model'],
  ],

  ['the error grew in rows that are alike', inWhere(worse, splitBy(0.5, 2.5)), ['retrain']],
  ['it grew there no more than noise', inWhere(worse, splitBy(0.5, 2.5, 3)), []],
  ['no mix explains it, and the inputs are the same', inWhere(worse, unsplit), ['retrain']],
  [
    'no mix explains it, and the inputs moved',
    inWhere(
      withColumn(worse, (column) => withDrift(column, { state: 'moved' })),
      unsplit,
    ),
    [],
  ],
  [
    'no mix explains it, the inputs moved, and a relation changed',
    inWhere(
      withFindings(
        withColumn(worse, (column) => withDrift(column, { state: 'moved' })),
        relation,
      ),
      unsplit,
    ),
    ['retrain'],
  ],
  ['nothing was split, a relation changed and no input did', withFindings(worse, relation), ['retrain']],
  ['nothing was split, and no relation changed', worse, []],
  ['a relation changed, but the model is as good', withFindings(withModel(quiet, asGood), relation), []],
  [
    'a relation changed in two models’ files',
    withFindings(withModel(quiet, { state: 'noMoreThanNoise' }, { twoModels: true }), relation),
    [],
  ],

  ['the error grew by another mix of rows', inWhere(worse, splitBy(2.5, 0.5)), ['weigh-rows']],
  ['another mix explains it no more than noise', inWhere(worse, splitBy(2.5, 0.5, 3)), []],
  ['another mix, and the model is as good', inWhere(withModel(quiet, asGood), splitBy(2.5, 0.5)), ['keep']],

  [
    'most of the growth in a segment',
    inWhere(worse, { ...splitBy(2.5, 0.5), search: searched, segments: [segmentOf(0.3), segmentOf(0.7)] }),
    ['weigh-rows', 'look-at-rows'],
  ],
  ['little of the growth in a segment', inWhere(worse, { search: searched, segments: [segmentOf(0.2)] }), []],
  ['a segment that always was bad', inWhere(worse, { search: searched, segments: [segmentOf(0.7, 'wasBad')] }), []],
  [
    'a segment, and the model is as good',
    inWhere(withModel(quiet, asGood), { search: searched, segments: [segmentOf(0.7)] }),
    [],
  ],

  ['more rows would say', needing(440), ['collect-rows']],
  ['very many more rows would say', needing(4400), []],
  ['stretches of the reference are the yardstick', needing(440, { yardstick: { windows: 12, effect: 0.3 } }), []],
  ['of a sample', { ...needing(440), verdict: sampled(needing(440)) }, []],
  ['of two models’ files', withModel(needing(440), { state: 'mixed' }, { twoModels: true }), []],

  [
    'data first, then the model, and never more than three',
    inWhere(withFindings({ ...worse, columns: needing(440).columns }, beyond(601)), {
      ...splitBy(2.5, 0.5),
      search: searched,
      segments: [segmentOf(0.7)],
    }),
    ['check-data', 'weigh-rows', 'look-at-rows'],
  ],
];

test.each(cases)('%s', (_, report, kinds) => {
  expect(adviceOf(report).map(({ kind }) => kind)).toEqual(kinds);
});

test('every kind is given somewhere above', () => {
  const kinds = new Set(cases.flatMap(([, , given]) => given));
  expect(kinds).toEqual(
    new Set([
      'check-data',
      'avoid-model',
      'choose-model',
      'retrain',
      'weigh-rows',
      'look-at-rows',
      'collect-rows',
      'keep',
    ]),
  );
});
