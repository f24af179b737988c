import { describe, expect, test } from 'vitest';
import { ITSELF, labelMatches, withLabels } from '../../src/ui/settings/label-matches.ts';
import { proposedLabels } from '../../src/ui/settings/proposed-labels.ts';
import type { ReportPerformance } from '../../src/facts/document/document.ts';
import { quote } from '../../src/facts/statements/statement.ts';

const proposal = (classes: string[], labels: string[]) => Object.fromEntries(proposedLabels(classes, labels));

describe('what labels may stand for', () => {
  test('names that begin or end alike belong together, and no other', () => {
    expect(proposal(['defect', 'good'], ['go', 'def'])).toEqual({ def: 'defect', go: 'good' });
    expect(proposal(['1', '2'], ['class_2', 'class_1'])).toEqual({ class_1: '1', class_2: '2' });
    expect(proposal(['north east', 'north'], ['n', 'x', 'y'])).toEqual({});
  });

  test('as many labels as classes are taken in their order, numbers by number', () => {
    expect(proposal(['dog', 'cat', 'eel'], ['2', '0', '1'])).toEqual({ 0: 'cat', 1: 'dog', 2: 'eel' });
    expect(proposal(['a', 'b'], ['10', '9'])).toEqual({ 9: 'a', 10: 'b' });
    expect(proposal(['a', 'b', 'c'], ['9', '10'])).toEqual({});
  });

  test('hostile labels are labels', () => {
    expect(proposal(['__proto__', 'constructor'], ['0', '1'])).toEqual(
      Object.fromEntries([
        ['0', '__proto__'],
        ['1', 'constructor'],
      ]),
    );
    expect(proposal(['!', '?'], ['-', '+'])).toEqual({ '+': '!', '-': '?' });
  });
});

const refused = (inTarget: string[], inPrediction: string[]): ReportPerformance => {
  const values = { target: 'y', prediction: 'p', inTarget: inTarget.map((one) => quote(one)) };
  const reason = {
    kind: 'labels-do-not-meet' as const,
    values: { ...values, inPrediction: inPrediction.map((one) => quote(one)) },
  };
  const summary = { kind: 'not-measured' as const, values: { reason } };
  return { state: 'notMeasured', reason: '', summary: '', statements: { reason, summary } };
};

describe('labels of a report', () => {
  test('labels that do not meet come with a proposal, which the settings take', () => {
    const found = labelMatches(refused(['cat', 'dog'], ['1', '0']), {});
    expect(found).toMatchObject({ classes: ['cat', 'dog'], isSet: false, isNeeded: true });
    expect(withLabels({ alpha: 0.1, performance: { threshold: 0.4 } }, found?.labels ?? [])).toEqual({
      alpha: 0.1,
      performance: {
        threshold: 0.4,
        labels: [
          { from: '1', to: 'dog' },
          { from: '0', to: 'cat' },
        ],
      },
    });
  });

  test('a label may stand for itself, and all may be taken back', () => {
    const set = withLabels({}, [
      { label: 'x', meant: 'cat' },
      { label: 'z', meant: ITSELF },
    ]);
    expect(set).toEqual({ performance: { labels: [{ from: 'x', to: 'cat' }] } });
    expect(withLabels(set, null)).toEqual({ performance: {} });
  });

  test('what was set and still does not meet is offered as it stands in the file', () => {
    const config = { performance: { labels: [{ from: 'x', to: 'horse' }] } };
    expect(labelMatches(refused(['cat', 'dog'], ['horse', 'y']), config)).toMatchObject({
      isSet: true,
      labels: [{ label: 'y' }, { label: 'x' }],
    });
    const underWay = { performance: { labels: [{ from: '1', to: 'dog' }] } };
    expect(labelMatches(refused(['cat', 'dog'], ['1', '0']), underWay)?.labels).toHaveLength(2);
  });

  test('there is nothing to match without a model, or for another reason', () => {
    expect(labelMatches(null, {})).toBeNull();
    const reason = { kind: 'no-target' as const, values: { prediction: 'p' } };
    const summary = { kind: 'not-measured' as const, values: { reason } };
    const other = { state: 'notMeasured' as const, reason: '', summary: '', statements: { reason, summary } };
    expect(labelMatches(other, {})).toBeNull();
  });
});
