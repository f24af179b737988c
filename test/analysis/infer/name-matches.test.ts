import { expect, test } from 'vitest';
import { matchNames } from '../../../src/analysis/infer/name-matches.ts';

const columns = (reference: string[], current: string[]): Parameters<typeof matchNames>[0] => [
  ...reference.map((name) => ({ name, presentIn: ['reference' as const] })),
  ...current.map((name) => ({ name, presentIn: ['current' as const] })),
];

test.each([
  ['case', 'Temperature', 'temperature'],
  ['blanks', 'oil pressure', ' Oil  Pressure '],
  ['marks', 'oil_pressure', 'Oil-Pressure'],
  ['accents', 'Größe', 'GRÖSSE'],
  ['composed letters', 'café', 'café'],
])('names that differ in %s belong together', (_what, reference, current) => {
  expect(matchNames(columns([reference], [current]))).toEqual([{ reference, current }]);
});

test('other names do not, nor does a name that would go with several', () => {
  expect(matchNames(columns(['a', '_', 'x y'], ['b', '-', 'x_y', 'x-y']))).toEqual([]);
  expect(
    matchNames([
      { name: 'A', presentIn: ['reference', 'current'] },
      { name: 'a', presentIn: ['current'] },
    ]),
  ).toEqual([]);
});
