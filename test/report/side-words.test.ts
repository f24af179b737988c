import type { FileSummary } from '../../src/facts/statements/reading.ts';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import type { RunResult } from '../../src/analysis/run/run-result.ts';
import type { Performance } from '../../src/facts/document/performance.ts';
import type { ColumnQuality, ColumnSchema } from '../../src/facts/document/columns.ts';
import type { ColumnDrift, ColumnResult } from '../../src/facts/document/drift.ts';
import { buildReport } from '../../src/report/build.ts';
import { modelNotes } from '../../src/report/model-notes.ts';
import { metricsMarkdown } from '../../src/report/metrics/markdown.ts';
import { sideWords } from '../../src/report/side-words.ts';
import { measured, run, stamp } from './two-columns.ts';

/** A run in which whatever names a file in a sentence has happened. */
function troubled(twoModels: boolean): RunResult {
  const plain = run(parseConfig({ profile: 'evidently' }));
  const [numbers, texts] = plain.columns;
  const [first, second] = plain.schema;
  if (!numbers || !texts || !first || !second) throw new Error('two columns');
  const drift = numbers.drift as ColumnDrift;
  const outliers = { low: -3, high: 3, counts: { current: 1 }, currentShare: 0.001, effectWithout: 0.01 };
  const found: ColumnDrift = {
    ...{ ...drift, effect: { ...drift.effect, value: 2, unit: 'times the reference value' } },
    outliers: { ...outliers, rows: [{ side: 'current', row: 7, value: 9 }] },
  };
  const off = (quality: ColumnQuality | undefined, more: Partial<ColumnQuality>): ColumnQuality => {
    if (quality === undefined) throw new Error('two files');
    return { ...quality, ...more };
  };
  const { reference, current } = texts.quality;
  const constant = { constant: true, mostCommon: [{ value: 'b', count: 100 }] };
  const schema: ColumnSchema[] = [
    { ...first, readsAs: { reference: 'numbers', current: 'texts' } },
    second,
    { ...second, name: 'alone', presentIn: ['current'] },
  ];
  const columns: ColumnResult[] = [
    { ...numbers, drift: found },
    {
      ...texts,
      quality: { reference: off(reference, { coerced: 2 }), current: off(current, { infinite: 3, ...constant }) },
    },
    {
      ...texts,
      name: 'alone',
      drift: { notTested: { kind: 'only-in-one-file', values: { side: 'current' } } },
      quality: {},
    },
  ];
  const input = plain.inputs.current;
  if (input === undefined) throw new Error('two files');
  const sampled: FileSummary = {
    ...input,
    rows: 400,
    readAs: [{ kind: 'rows', values: { sample: { method: 'every', n: 4 } } }],
  };
  return { ...plain, schema, columns, inputs: { ...plain.inputs, current: sampled }, performance: late(twoModels) };
}

/** A model that could be measured in the reference alone. */
const late = (twoModels: boolean): Performance => ({ ...measured(), twoModels, sides: ['reference'] }) as Performance;

function textsOf(result: RunResult): string[] {
  const { verdict, columns, dataset, performance } = buildReport(result, stamp);
  return [
    verdict.detail ?? '',
    ...columns.flatMap(({ drift }) => [drift?.text ?? '', ...(drift?.why ?? []).map(({ text }) => text)]),
    ...dataset.findings.map(({ text }) => text),
    ...(performance?.state === 'measured' ? performance.notes : []),
  ];
}

/** What is said of two periods, and of two models. */
const said = [
  ['“alone” is only in the current file.', '“alone” is only in the model B file.'],
  ['Not tested: it is only in the current file.', 'Not tested: it is only in the model B file.'],
  ['The reference holds numbers, the current file texts.', 'Model A holds numbers, model B texts.'],
  ['2 cells in the reference file could not be read', '2 cells in the model A file could not be read'],
  ['3 infinite values in the current file.', '3 infinite values in the model B file.'],
  ['Every current value is “b”; in the reference they vary.', 'Every model B value is “b”; in model A they vary.'],
  ['Current values reach from ', 'Model B values reach from '],
  ["to 2; the reference's from ", "to 2; model A's from "],
  [
    '1 current value (0.1%) outside the ordinary range of the reference, −3 to 3; the farthest is 9 in row 7.',
    '1 model B value (0.1%) outside the ordinary range of model A, −3 to 3; the farthest is 9 in row 7.',
  ],
  ['1 row outside the ordinary range of the reference.', '1 row outside the ordinary range of model A.'],
  ['times the reference value or less', 'times the model A value or less'],
  ['100 of 400 rows of the current file (every 4th row)', '100 of 400 rows of the model B file (every 4th row)'],
  ['The current file has no “x” yet', 'The model B file has no “x” yet'],
] as const;

test.each(said)('%s', (plain, ofModels) => {
  expect(textsOf(troubled(false))).toContainEqual(expect.stringContaining(plain));
  expect(textsOf(troubled(true))).toContainEqual(expect.stringContaining(ofModels));
});

test('no sentence of a report on two models speaks of a reference or a current file', () => {
  expect(textsOf(troubled(true)).filter((text) => /\b(reference|current)\b/i.test(text))).toEqual([]);
});

test('names of the sides in the document are the same for both', () => {
  const [plain, models] = [false, true].map((twoModels) => buildReport(troubled(twoModels), stamp));
  const kept = (report: typeof plain): unknown => [
    report?.columns.map(({ drift, presentIn }) => [drift?.effect, presentIn]),
    report?.dataset.findings.map(({ kind, side }) => [kind, side]),
  ];
  expect(kept(models)).toEqual(kept(plain));
  expect(models?.performance).toMatchObject({ names: { reference: 'Model A', current: 'Model B' } });
});

test('until a model was measured, files have their plain names', () => {
  const words = sideWords(null);
  expect(sideWords({ state: 'notMeasured' })).toBe(words);
  expect(words.reference).toMatchObject({ heading: 'Reference', name: 'reference', noun: 'the reference' });
});

test('classes that one file has alone are said of it', () => {
  const whole = { task: 'binary', classes: [], confusion: {}, onlyIn: { reference: [], current: ['late', '</b>'] } };
  const model = { ...measured(), twoModels: true, whole } as unknown as Parameters<typeof modelNotes>[0];
  const notes = modelNotes(model, run().inputs);
  expect(notes).toMatchObject([{ kind: 'classes-in-one-file', values: { side: 'current' } }]);
});

test('tables for a chat are headed by the models', () => {
  const table = metricsMarkdown(
    buildReport({ ...run(), performance: { ...measured(), twoModels: true } as Performance }, stamp),
  );
  expect(table).toContain('| Measure | Model A | Model B | More than noise |');
});
