import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSummary } from '../../../src/engine/summary/is-summary.ts';
import { readSummaryFile } from '../../../src/engine/summary/read-summary-file.ts';
import { SUMMARY_COLUMNS } from '../../../src/facts/summary-file.ts';
import { countRows, type DataRow } from './count-rows.ts';
import { comparable, near, plainFacts } from './plain-facts.ts';
import { openTogether, readRows } from './read-rows.ts';
import { asCsv, asParquet, type SummaryRow } from './summary-rows.ts';

const HALF_HOUR = 1_800_000;
const FIRST = Date.UTC(2024, 1, 27);
const LEVELS = ['a', 'b', '', 'NA', '__proto__', `"it's", ;`];

const dataRow = (timed: boolean): fc.Arbitrary<DataRow> =>
  fc.record({
    ...(timed && { time: fc.integer({ min: 0, max: 5 * 48 }).map((half) => FIRST + half * HALF_HOUR) }),
    ...(timed && { segment: fc.constantFrom('line 1', 'line 2') }),
    x: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -40, max: 40 }).map((n) => n / 4) },
      { weight: 1, arbitrary: fc.constantFrom(null, NaN, Infinity, -Infinity, -0) },
    ),
    y: fc.integer({ min: -100, max: 100 }),
    level: fc.constantFrom(null, ...LEVELS),
  });
const edges = fc
  .uniqueArray(fc.integer({ min: -12, max: 12 }), { minLength: 1, maxLength: 6 })
  .map((list) => list.toSorted((a, b) => a - b));
const counting = fc.record({
  edges: fc.record({ x: edges, y: edges }),
  levels: fc.subarray(LEVELS),
  telling: fc.subarray(['a', '__proto__']),
});
const parts = fc.boolean().chain((timed) => {
  const rows = fc.array(dataRow(timed), { minLength: 1, maxLength: 30 });
  return fc.array(rows, { minLength: 1, maxLength: 3 });
});

test('facts of a summary file, or of several, are those of the rows themselves', async () => {
  await fc.assert(
    fc.asyncProperty(parts, counting, async (tables, options) => {
      const read = await readRows(...tables.map((rows) => countRows(rows, options)));
      expect(comparable(read)).toEqual(near(plainFacts(tables, options)));
    }),
    { numRuns: 40 },
  );
}, 120_000);

const start = Date.UTC(2024, 0, 31);
const few: DataRow[] = [
  { time: start, x: 1, y: 10, level: 'NA' },
  { time: start + HALF_HOUR, x: 2.5, y: -3, level: '007' },
  { time: start + 60 * HALF_HOUR, x: null, y: 12, level: 'true' },
  { time: start + 150 * HALF_HOUR, x: NaN, y: 1, level: null },
];
const fewOptions = { edges: { x: [1, 2], y: [5, 11] }, levels: ['NA', '007', 'true'], telling: ['NA'] };
const rows = countRows(few, fewOptions);
const EMPTY = Object.fromEntries(SUMMARY_COLUMNS.map((name) => [name, null]));
const jsonOf = (list: readonly SummaryRow[]): string => JSON.stringify(list);

test.each<[string, string | Uint8Array]>([
  ['few.parquet', asParquet(rows)],
  ['few.csv', asCsv(rows)],
  ['few.tsv', asCsv(rows).replaceAll(',', '\t')],
  ['german.csv', asCsv(rows, SUMMARY_COLUMNS, ';').replaceAll('.', ',')],
  ['few.json', jsonOf(rows.map((row) => ({ ...EMPTY, ...row })))],
  ['capitals.parquet', asParquet(rows, SUMMARY_COLUMNS.map((name) => name.toUpperCase()).toReversed())],
])('a category is what its text says in %s', async (name, content) => {
  const set = await openTogether({ [name]: content });
  expect(isSummary(set)).toBe(true);
  expect(comparable(await readSummaryFile(set))).toEqual(near(plainFacts([few], fewOptions)));
});

test('several files of text are one', async () => {
  const parts = [few.slice(0, 1), few.slice(1)].map((part) => asCsv(countRows(part, fewOptions)));
  const set = await openTogether({ 'a.csv': parts[0]!, 'b.csv': parts[1]!.replaceAll(',', ';') });
  expect(comparable(await readSummaryFile(set))).toEqual(near(plainFacts([few], fewOptions)));
});
