import { describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../src/facts/settings/settings.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { analyze } from './analyze.ts';
import { column, measured, model, modelNotes, notes, types } from './read-report.ts';

/** Inputs of the kinds that the cases are of, made here. */
const ROWS = 80;

/** A table of rows that a seeded draw makes. */
function table(header: string, row: (i: number, drawn: () => number) => (string | number)[], seed: number): string {
  const drawn = seededRandom(seed);
  return [header, ...Array.from({ length: ROWS }, (_, i) => row(i, drawn).join(','))].join('\n');
}

const pair = async (
  header: string,
  row: (i: number, drawn: () => number) => (string | number)[],
  config: ConfigInput = {},
) => analyze({ reference: table(header, row, 1), current: table(header, row, 2) }, config);

describe('labels and probabilities', () => {
  /** A truth, and a probability that knows something of it. */
  const scored = (drawn: () => number): { truth: boolean; probability: number } => {
    const probability = drawn();
    return { truth: drawn() < probability, probability };
  };

  test('percentages are probabilities, with a sign and without', async () => {
    const rows = (write: (probability: number) => string | number) => (_: number, drawn: () => number) => {
      const { truth, probability } = scored(drawn);
      return [Number(truth), write(probability)];
    };
    const shares = await pair(
      'target,prediction',
      rows((probability) => probability.toFixed(3)),
    );
    const expected = measured(shares, 'brier');
    for (const sign of ['', ' %']) {
      const percentages = await pair(
        'target,prediction',
        rows((probability) => `${(100 * probability).toFixed(1)}${sign}`),
      );
      measured(percentages, 'brier').forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i] ?? NaN, 12);
      });
      expect(modelNotes(percentages)).toContain('percentages');
    }
  });

  test('labels that have nothing in common are refused until somebody says what they stand for', async () => {
    const row = (_: number, drawn: () => number) => {
      const truth = drawn() < 0.5;
      const right = drawn() < 0.8;
      return [truth ? 'cat' : 'dog', truth === right ? 'a' : 'b'];
    };
    const refused = await pair('target,prediction', row);
    expect(refused.performance).toMatchObject({
      state: 'notMeasured',
      statements: { reason: { kind: 'labels-do-not-meet' } },
    });
    const labels = [
      { from: 'a', to: 'cat' },
      { from: 'b', to: 'dog' },
    ];
    const matched = await pair('target,prediction', row, { performance: { labels } });
    expect(measured(matched, 'accuracy')[0]).toBeGreaterThan(0.6);
    expect(modelNotes(matched)).toEqual(['labels-matched']);
  });

  test('a class that is never predicted is named, and so is one that is only predicted', async () => {
    const report = await pair('target,prediction', (i) => [
      ['a', 'b', 'c'][i % 3] ?? '',
      ['a', 'b', 'd', 'a'][i % 4] ?? '',
    ]);
    const said = model(report).statements?.notes.filter(({ kind }) => kind === 'classes-of-one-column');
    expect(said).toMatchObject([
      { kind: 'classes-of-one-column', values: { of: 'target', classes: [{ quote: 'c' }] } },
      { kind: 'classes-of-one-column', values: { of: 'prediction', classes: [{ quote: 'd' }] } },
    ]);
  });

  test('a class without rows that has a probability named like it, with words around', async () => {
    const report = await pair('target,p_fir,p_oak,p_yew,x', (_, drawn) => {
      const [a, b] = [0.5 * drawn(), 0.4 * drawn()];
      return [drawn() < 0.5 ? 'fir' : 'oak', a.toFixed(4), b.toFixed(4), (1 - a - b).toFixed(4), drawn().toFixed(4)];
    });
    expect(model(report).whole).toMatchObject({ classes: ['fir', 'oak', 'yew'] });
  });

  test('without labels in either file nothing is measured, and that is said', async () => {
    const report = await pair('target,prediction,x', (i, drawn) => ['', i % 2, drawn().toFixed(3)]);
    expect(report.performance).toMatchObject({ statements: { reason: { kind: 'no-labels-yet' } } });
  });
});

describe('cells', () => {
  test('Y and N against Yes and No are one boolean; read as text they are two columns of words', async () => {
    const content = (yes: string, no: string) =>
      ['on', ...Array.from({ length: 60 }, (_, i) => (i % 3 ? yes : no))].join('\n');
    const files = { reference: content('Y', 'N'), current: content('Yes', 'No') };
    const joined = await analyze(files, {});
    expect(column(joined, 'on').drift?.effect?.observed).toBe(0);
    expect(notes(joined)).toContain('boolean-spellings on');
    const apart = await analyze(files, { columns: { on: { readAs: 'text' } } });
    expect(column(apart, 'on').drift?.effect?.observed).toBe(1);
  });

  test('a text that counts as missing can be a category again', async () => {
    const content = (gap: string) => ['c', ...Array.from({ length: 60 }, (_, i) => ['a', 'b', gap][i % 3])].join('\n');
    const files = { reference: content('NULL'), current: content('nan') };
    expect(column(await analyze(files, {}), 'c').quality.current?.missing).toBe(20);
    const own = await analyze(files, { read: { current: { missing: [''] } } });
    expect(column(own, 'c').quality.current?.missing).toBe(0);
  });

  test('class numbers over zero and one are names', async () => {
    const report = await pair('label,0,1', (i) => [i % 3, i % 2, (i + 1) % 2]);
    expect(Object.keys(types(report)).sort()).toEqual(['0', '1', 'label']);
  });
});
