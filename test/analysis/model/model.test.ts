import { describe, expect, it, test } from 'vitest';
import { inferRoles } from '../../../src/analysis/infer/infer-role.ts';
import { haveNothingInCommon, matchLabels } from '../../../src/analysis/model/labels.ts';
import { probabilitiesOf } from '../../../src/analysis/model/probabilities.ts';
import type { ColumnSchema, ColumnType, Role } from '../../../src/facts/document/columns.ts';
import type { ColumnResult } from '../../../src/facts/document/drift.ts';
import type { Side } from '../../../src/facts/document/side.ts';

const both: Side[] = ['reference', 'current'];
const typed = (
  name: string,
  type: ColumnType,
  high = 100,
  presentIn = both,
): Parameters<typeof inferRoles>[0][number] => ({
  name,
  type,
  presentIn,
  low: 0,
  high,
});
const rolesOf = (columns: Parameters<typeof inferRoles>[0]): Record<string, Role> =>
  Object.fromEntries([...inferRoles(columns)].map(([name, { role }]) => [name, role]));

describe('roles of a model', () => {
  test('a target goes with the probability that is named after it', () => {
    const roles = rolesOf([
      typed('Torque', 'numeric'),
      typed('Machine failure', 'boolean', 1),
      typed('TWF', 'boolean', 1),
      typed('failure_probability', 'numeric', 1),
      typed('prediction', 'boolean', 1),
    ]);
    expect(roles).toMatchObject({
      'Machine failure': 'target',
      TWF: 'feature',
      failure_probability: 'probability',
      prediction: 'prediction',
    });
  });

  test('the only classes that the current file lacks are a target that comes late', () => {
    const roles = rolesOf([
      typed('SEX', 'categorical'),
      typed('employed', 'boolean', 1, ['reference']),
      typed('prediction', 'boolean', 1),
      typed('predicted_probability', 'numeric', 1),
    ]);
    expect(roles).toMatchObject({ employed: 'target', predicted_probability: 'probability', SEX: 'feature' });
  });

  it.each([
    ['numbers beyond 1 are no probability', typed('risk_score', 'numeric', 850), 'feature'],
    ['a name of its own', typed('probability', 'numeric', 1), 'probability'],
    ['a score of nothing that is here', typed('credit_score', 'numeric', 1), 'feature'],
    ['a letter that may mean anything', typed('p_fail', 'numeric', 1), 'feature'],
    ['a share that is named otherwise', typed('humidity', 'numeric', 1), 'feature'],
  ])('%s', (_, column, role) => {
    expect(rolesOf([column])[column.name]).toBe(role);
  });
});

test.each<[labels: string, numbers: string, target: string, found: boolean]>([
  ['pred_label', 'prediction', 'target', true],
  ['predicted_class', 'y_pred', 'y', true],
  ['prediction_label', 'prediction_score', 'target', true],
  ['site', 'prediction', 'target', false],
  ['pred_site', 'prediction', 'target', false],
])('%s beside %s', (labels, numbers, target, found) => {
  const roles = rolesOf([typed(target, 'boolean', 1), typed(labels, 'boolean', 1), typed(numbers, 'numeric', 1)]);
  expect([roles[labels], roles[numbers]]).toEqual(found ? ['prediction', 'probability'] : ['feature', 'prediction']);
});

describe('a name that may mean anything', () => {
  const failure = typed('failure', 'boolean', 1);
  const target = typed('target', 'boolean', 1);

  test('is a probability where it names classes', () => {
    expect(rolesOf([failure, typed('p_fail', 'numeric', 1)])['p_fail']).toBe('probability');
    expect(rolesOf([failure, typed('p_ok', 'numeric', 1)])['p_ok']).toBe('feature');
  });

  test('is one where it stands alone beside a target that nothing else predicts', () => {
    const score = typed('score', 'numeric', 1);
    expect(rolesOf([target, score])['score']).toBe('probability');
    expect(rolesOf([target, score, typed('prediction', 'boolean', 1)])['score']).toBe('feature');
    expect(rolesOf([typed('target', 'numeric', 100), score])['score']).toBe('feature');
  });
});

const counts = (labels: Record<string, number>): Map<string, number> => new Map(Object.entries(labels));

describe('labels', () => {
  test('of two, the one that means yes is looked for; else the rarer one; else the one asked for', () => {
    expect(matchLabels({ reference: counts({ no: 5, yes: 9 }) }, {}).classes).toEqual(['no', 'yes']);
    expect(matchLabels({ reference: counts({ a: 5, b: 9 }) }, {}).classes).toEqual(['b', 'a']);
    expect(matchLabels({ reference: counts({ '0': 5, '1': 9 }) }, {}, { positive: '0' }).classes).toEqual(['1', '0']);
  });

  test('yes and no match however they are spelled, where the columns share no label', () => {
    const labels = matchLabels({ current: counts({ true: 1, false: 2 }) }, { current: counts({ '1': 1, '0': 2 }) });
    expect(labels.classes).toEqual(['false', 'true']);
    expect(labels.prediction).toEqual({ texts: ['0', '1'], classes: [0, 1] });
  });

  test('labels of one file alone are said, and hostile ones are labels', () => {
    const labels = matchLabels(
      { reference: counts({ a: 1, b: 1 }), current: counts({ a: 1, '</script>': 1 }) },
      { reference: counts({ a: 1 }), current: counts({ constructor: 1 }) },
    );
    expect(labels.classes).toEqual(['</script>', 'a', 'b', 'constructor']);
    expect(labels.onlyIn).toEqual({ reference: ['b'], current: ['</script>'] });
  });

  /** The class that each label stands for. */
  const shownFor = ({ classes, target, prediction }: ReturnType<typeof matchLabels>): string[] =>
    [target, prediction].map(({ texts, classes: indices }) =>
      texts.map((text, i) => `${text}>${classes[indices[i] ?? -1] ?? ''}`).join(' '),
    );

  test.each<[what: string, target: string[], prediction: string[], shown: string[], by: string | undefined]>([
    ['in another case', ['Cat', 'Dog'], ['cat', 'dog'], ['Cat>Cat Dog>Dog', 'cat>Cat dog>Dog'], 'spelling'],
    ['with blanks', ['cat', 'dog'], [' cat', 'dog '], ['cat>cat dog>dog', ' cat>cat dog >dog'], 'spelling'],
    ['with decimals', ['1', '2', '3'], ['1.0', '2.0'], ['1>1 2>2 3>3', '1.0>1 2.0>2'], 'spelling'],
    ['that both columns tell apart', ['a', 'A'], ['A', 'a'], ['a>a A>A', 'A>A a>a'], undefined],
    ['of −1 and 0', ['-1', '1'], ['0', '1'], ['-1>-1 1>1', '0>-1 1>1'], 'meaning'],
    ['of 0 and no, of which one is never predicted', ['0', '1'], ['no'], ['0>0 1>1', 'no>0'], 'meaning'],
    ['of yes in another case and of words', ['Yes', 'No'], ['yes', '0'], ['Yes>Yes No>No', 'yes>Yes 0>No'], 'meaning'],
    ['of more than two classes', ['0', '1', '2'], ['-1', '1'], ['0>0 1>1 2>2', '-1>-1 1>1'], undefined],
    ['without a meaning', ['1', '2'], ['0', '1'], ['1>1 2>2', '0>0 1>1'], undefined],
  ])('labels %s', (_, target, prediction, shown, by) => {
    const counted = (labels: string[]) => ({ current: new Map(labels.map((label) => [label, 3])) });
    const labels = matchLabels(counted(target), counted(prediction));
    expect(shownFor(labels)).toEqual(shown);
    expect(labels.matched?.by).toBe(by);
  });

  test('labels set by hand are the only ones that are matched', () => {
    const [target, prediction] = [{ current: counts({ cat: 2, dog: 1 }) }, { current: counts({ a: 1, Dog: 2 }) }];
    const labels = matchLabels(target, prediction, { labels: [{ from: 'a', to: 'cat' }] });
    expect(shownFor(labels)).toEqual(['cat>cat dog>dog', 'a>cat Dog>Dog']);
    expect(labels.alone).toEqual({ target: ['dog'], prediction: ['Dog'] });
    expect(haveNothingInCommon(labels)).toBe(false);
    expect(haveNothingInCommon(matchLabels(target, { current: counts({ a: 1, b: 1 }) }))).toBe(true);
  });

  test('numbers stand in the order of their size', () => {
    expect(matchLabels({ reference: counts({ '10': 1, '9': 1, '2': 1 }) }, {}).classes).toEqual(['2', '9', '10']);
  });
});

describe('probabilities', () => {
  const column = (name: string, role: Role = 'feature'): ColumnSchema => ({
    ...{
      name,
      type: 'numeric',
      role,
      typeReason: { kind: 'no-values', values: {} },
      roleReason: { kind: 'nothing-else', values: {} },
      presentIn: both,
    },
  });
  const shares = (names: string[]): Map<string, ColumnResult> =>
    new Map(
      names.map((name) => {
        const quality = { reference: { min: 0, quantiles: { '0.05': 0, '0.95': 1 } } };
        return [name, { name, quality } as unknown as ColumnResult];
      }),
    );
  const find = (classes: string[], columns: ColumnSchema[]): ReturnType<typeof probabilitiesOf> =>
    probabilitiesOf(classes, columns, shares(columns.map(({ name }) => name)));

  test('of several classes are matched by name, with words around it', () => {
    const columns = [column('prob_High Load'), column('x'), column('Low_Load'), column('mid_load_score')];
    expect(find(['High_Load', 'Low_Load', 'Mid Load'], columns).columns.map(({ name }) => name)).toEqual([
      'prob_High Load',
      'Low_Load',
      'mid_load_score',
    ]);
  });

  test('a class without one is named', () => {
    expect(find(['a', 'b', 'c'], [column('p_a'), column('p_b')])).toEqual({
      columns: [],
      scale: 1,
      problem: { kind: 'no-column-for-class', values: { class: { quote: 'c' } } },
    });
  });

  test('of two classes the one column that is set is the positive one’s', () => {
    expect(find(['0', '1'], [column('chance', 'probability')]).columns.map(({ name }) => name)).toEqual(['chance']);
    expect(find(['no', 'yes'], [column('p_no'), column('p_yes')]).columns.map(({ name }) => name)).toEqual(['p_yes']);
    expect(find(['no', 'yes'], [column('yes')]).columns).toEqual([]);
  });
});
