import { describe, expect, test } from 'vitest';
import { sturgesEdges } from '../../src/stats/evidently/bins.ts';
import { valueCounts, type ColumnPair } from '../../src/stats/evidently/column-pair.ts';
import { klDivergence, psi, psiParts } from '../../src/stats/evidently/divergences.ts';
import { chooseEvidentlyMethod, evidentlyDrift } from '../../src/stats/evidently/drift.ts';
import { EVIDENTLY_METHODS, type EvidentlyMethod } from '../../src/facts/methods.ts';
import { frequencyTable, tableFromCounts } from '../../src/stats/describe/frequency-table.ts';
import { cases, expectClose } from './oracle.ts';
import { reasonOf } from './reason-of.ts';
import { draw, normal, of } from './samples.ts';

type Scores = Partial<Record<EvidentlyMethod, number>>;

interface Case<Column> {
  name: string;
  reference: Column;
  current: Column;
  expected: { evidently?: Scores };
}

const numbers = (reference: Iterable<number>, current: Iterable<number>): ColumnPair => {
  return { kind: 'numeric', reference: of(...reference), current: of(...current) };
};
const levels = (reference: Record<string, number>, current: Record<string, number>): ColumnPair => {
  const table = (counts: Record<string, number>) => tableFromCounts(Object.keys(counts), Object.values(counts));
  return { kind: 'categorical', reference: table(reference), current: table(current) };
};
const texts = (reference: string, current: string): ColumnPair => {
  return { kind: 'categorical', reference: frequencyTable(reference), current: frequencyTable(current) };
};

const withScores = <Column>(file: string, pairOf: (reference: Column, current: Column) => ColumnPair) =>
  cases<Case<Column>>(file).flatMap(({ name, reference, current, expected }) =>
    expected.evidently ? [{ name, pair: pairOf(reference, current), scores: expected.evidently }] : [],
  );

/** Evidently counts the orders of an exact Cramér-von Mises p-value in single precision. */
const SINGLE = 5e-7;
/** It takes means and squares of values near 10⁹ as they are, which leaves them seven digits less. */
const ROUNDED_MEANS = 3e-6;

function tolerance(method: EvidentlyMethod, name: string, pair: ColumnPair): number {
  if (method === 'cramer_von_mises' && Math.max(pair.reference.size, pair.current.size) <= 20) return SINGLE;
  return name.startsWith('big_offset') && ['t_test', 'es'].includes(method) ? ROUNDED_MEANS : 1e-9;
}

describe('scores are those of Evidently 0.7.21', () => {
  test.each([
    ...withScores<number[]>('two-sample-numeric', numbers),
    ...withScores<Record<string, number>>('two-sample-categorical', levels),
  ])('$name', ({ name, pair, scores }) => {
    for (const [method, expected] of Object.entries(scores) as [EvidentlyMethod, number][]) {
      const { score } = evidentlyDrift(pair, { method });
      expectClose(score, expected, Math.max(1e-12, expected * tolerance(method, name, pair)));
    }
  });

  // Values of numpy and scipy for what the cases above leave out.
  test.each([
    ['g_test', texts('aaaaaaaaaabbbbbbbbbbccccc', 'aaaaaaaaaaaabbbbbbbbccccc'), 0.6685057567633097],
    ['g_test', texts('aaaaabbbbb', 'aaaaaabbbb'), 0.5256928691118512],
    ['g_test', texts('aab', 'abc'), 0],
    ['g_test', texts('aa', 'aa'), NaN],
    ['fisher_exact', texts('aaaaaaaaab', 'aaaabbbbbb'), 0.05727554179566563],
    ['fisher_exact', texts('aa', 'aa'), 1],
    ['chisquare', texts('aab', 'abc'), 0],
    ['chisquare', texts('aa', 'a'), NaN],
    ['z', texts('aa', 'a'), 1],
    ['z', texts('aabbb', 'aabcc'), 1],
    ['mannw', numbers([3, 3, 3], [3, 3]), 1],
    ['t_test', numbers([3, 3, 3], [3, 3]), NaN],
    ['t_test', numbers([3, 3, 3], [4, 4]), 0],
    ['t_test', numbers([3], [4]), NaN],
    ['wasserstein', numbers([5, 5], [6, 6]), 1000],
    ['wasserstein', numbers([1, 2, 3], [2, 3, 4]), 1.224744871391589],
    ['hellinger', numbers([5, 5], [5]), 0],
    ['psi', numbers([1, 2], [2, 3, 4]), (0.5 - 0.0001) * Math.log(5000) + (0.5 - 1 / 3) * Math.log(1.5) + (2 / 3 - 0.0002) * Math.log(10000 / 3)], // prettier-ignore
  ] as [EvidentlyMethod, ColumnPair, number][])('%s (case %#)', (method, pair, expected) => {
    const { score, drifted } = evidentlyDrift(pair, { method });
    if (Number.isNaN(expected)) expect([score, drifted]).toEqual([NaN, false]);
    else expectClose(score, expected);
  });
});

describe('bins', () => {
  test.each([
    [{ low: 0, high: 6 }, 4, [0, 2, 4, 6]],
    [{ low: 3, high: 3 }, 10, [2.5, 3.5]],
    [{ low: -1, high: 1 }, 1, [-1, 1]],
  ])('Sturges edges of %j, %d values', (span, size, edges) => {
    expect(sturgesEdges(span, size)).toEqual(edges);
  });

  test('an empty bin counts as 0.0001, or less where the smallest share is smaller; only kl_div is made to add up', () => {
    const counts = { reference: Float64Array.of(1, 0), current: Float64Array.of(1, 1) };
    expectClose(psi(counts), 0.5 * Math.log(2) + (0.0001 - 0.5) * Math.log(0.0002));
    expectClose(klDivergence(counts), (Math.log(2 / 1.0001) + 0.0001 * Math.log(0.0002 / 1.0001)) / 1.0001);
    const rare = { reference: Float64Array.of(19_999, 1, 0), current: Float64Array.of(1, 1, 1) };
    expectClose(psiParts(rare)[2]!, (5e-11 - 1 / 3) * Math.log(1.5e-10));
  });

  test('values stand in ascending order: numbers by value, texts by code point', () => {
    expect(valueCounts(numbers([10, 9, 9], [11]))).toEqual({
      reference: Float64Array.of(2, 1, 0),
      current: Float64Array.of(0, 0, 1),
    });
    expect([...valueCounts(texts('b😀ﬀ', 'ﬀﬀab')).current]).toEqual([1, 1, 2, 0]);
    expect([...valueCounts(levels({ ab: 1, a: 2 }, { '': 3 })).reference]).toEqual([0, 2, 1]);
  });
});

describe('the choice', () => {
  const upTo = (k: number, rows: number) => Float64Array.from({ length: rows }, (_, row) => row % k);
  const letters = (k: number, rows: number) =>
    Array.from(upTo(k, rows), (code) => String.fromCharCode(97 + code)).join('');
  test.each([
    ['ks', 'numeric', 6, 1000],
    ['chisquare', 'numeric', 5, 1000],
    ['chisquare', 'numeric', 3, 1000],
    ['z', 'numeric', 2, 1000],
    ['wasserstein', 'numeric', 6, 1001],
    ['jensenshannon', 'numeric', 5, 1001],
    ['chisquare', 'categorical', 20, 1000],
    ['z', 'categorical', 2, 1000],
    ['z', 'categorical', 1, 30],
    ['jensenshannon', 'categorical', 2, 1001],
  ] as const)('%s for a %s column of %d values, %d rows', (method, kind, k, rows) => {
    const pair = kind === 'numeric' ? numbers(upTo(k, rows), [0]) : texts(letters(k, rows), 'a');
    expect(chooseEvidentlyMethod(pair)).toBe(method);
    expect(evidentlyDrift(pair)).toMatchObject({ method, threshold: EVIDENTLY_METHODS[method].threshold });
  });

  test('counts the values of both sides, and the rows of the reference', () => {
    expect(chooseEvidentlyMethod(numbers([1, 2, 3], [4, 5, 6]))).toBe('ks');
    expect(chooseEvidentlyMethod(numbers(upTo(9, 5), upTo(9, 5000)))).toBe('ks');
  });
});

describe('the verdict', () => {
  const pair = numbers([1, 2, 3], [4, 5, 6]);
  const ks = 0.1;
  test.each([
    ['ks', ks, true],
    ['ks', ks - 1e-9, false],
    ['t_test', 0.021311641128756734, false],
    ['t_test', 0.0213117, true],
    ['wasserstein', 3 / Math.sqrt(2 / 3), true],
    ['ed', evidentlyDrift(pair, { method: 'ed' }).score, false],
    ['ed', 1, true],
  ] as [EvidentlyMethod, number, boolean][])('%s against a threshold of %d: %s', (method, threshold, drifted) => {
    expect(evidentlyDrift(pair, { method, threshold })).toMatchObject({ method, threshold, drifted });
  });

  test('thresholds and comparisons', () => {
    const rules = Object.entries(EVIDENTLY_METHODS);
    const having = (threshold: number) => rules.filter(([, rule]) => rule.threshold === threshold).map(([id]) => id);
    expect(having(0.05)).toEqual(['ks', 'mannw', 't_test', 'es', 'chisquare', 'z']);
    expect(having(0.1).length).toBe(rules.length - 6);
    for (const [id, { score, comparison }] of rules) {
      const expected = score === 'distance' ? '>=' : '<';
      expect(comparison).toBe({ ed: '>', ks: '<=', cramer_von_mises: '<=' }[id] ?? expected);
    }
  });

  test('a fall is no drift for mannw', () => {
    const [low, high] = [draw(50, normal), draw(50, (random) => normal(random) + 5)];
    expect(evidentlyDrift(numbers(high, low), { method: 'mannw' }).drifted).toBe(false);
    expect(evidentlyDrift(numbers(low, high), { method: 'mannw' }).drifted).toBe(true);
  });

  test('random splits: far is far, near is near, and the seed decides', () => {
    for (const [method, near, far] of [
      ['TVD', texts('aabbaabbab', 'abababbaba'), texts('aaaaaaaaaa', 'bbbbbbbbba')],
      ['empirical_mmd', numbers(draw(60, normal), draw(60, normal, 9)), numbers(draw(60, normal), draw(60, (r) => normal(r) + 2, 9))], // prettier-ignore
    ] as const) {
      expect(evidentlyDrift(near, { method }).drifted).toBe(false);
      expect(evidentlyDrift(far, { method }).score).toBeLessThan(0.01);
      expect(evidentlyDrift(near, { method, seed: 3 })).toEqual(evidentlyDrift(near, { method, seed: 3 }));
    }
  });
});

describe('where Evidently fails, the reason is given', () => {
  test.each([
    ['an empty column', undefined, numbers([1], []), 'no-values', { statistic: 'evidently', side: 'current' }],
    ['unequal sizes', 'g_test', texts('aab', 'ab'), 'unequal-sizes', { reference: 3, current: 2 }],
    ['unequal sizes', 'fisher_exact', texts('aab', 'ab'), 'unequal-sizes', { reference: 3, current: 2 }],
    ['three levels', 'fisher_exact', texts('aab', 'aac'), 'many-categories', { most: 2, found: 3 }],
    ['the wrong kind', 'ks', texts('aab', 'ab'), 'wrong-kind', { method: 'ks', is: 'categorical' }],
    ['the wrong kind', 'z', numbers([1, 2], [1]), 'wrong-kind', { method: 'z', is: 'numeric' }],
    ['equal values', 'anderson', numbers([1, 1, 1], [1, 1]), 'all-equal', {}],
    ['one value', 'cramer_von_mises', numbers([1], [1, 2]), 'few-on-a-side', { needed: 2, fewest: 1 }],
    ['few values', 'es', numbers([1, 2, 3], [1, 2, 3, 4, 5]), 'few-on-a-side', { needed: 5, fewest: 3 }],
    ['a range beyond doubles', 'hellinger', numbers([-1.7e308], [1.7e308]), 'too-far-apart', {}],
  ] as [string, EvidentlyMethod | undefined, ColumnPair, string, object][])(
    '%s: %s',
    (_, method, pair, kind, values) => {
      expect(reasonOf(() => evidentlyDrift(pair, method ? { method } : {}))).toMatchObject({ kind, values });
    },
  );
});
