import { describe, expect, test } from 'vitest';
import { isSummary } from '../../../src/engine/summary/is-summary.ts';
import { readSummaryFile } from '../../../src/engine/summary/read-summary-file.ts';
import { refuseOtherEdges } from '../../../src/engine/summary/same-edges.ts';
import type { SummaryProblem } from '../../../src/facts/statements/summary-problems.ts';
import { SUMMARY_COLUMNS, SUMMARY_FILE_VERSION } from '../../../src/facts/summary-file.ts';
import { countRows, type CountOptions, type DataRow } from './count-rows.ts';
import { openTogether, readRows } from './read-rows.ts';
import { asCsv, type SummaryRow } from './summary-rows.ts';

const HOUR = 3_600_000;
const start = Date.UTC(2024, 0, 31);
const data: DataRow[] = [1, 2.5, 7, 9, null].map((x, i) => ({
  ...{ time: start + i * 9 * HOUR, x, y: 10 - i },
  level: ['a', 'b', 'c', null, 'a'][i] ?? null,
}));
const options: CountOptions = { edges: { x: [1, 2, 8], y: [7, 9] }, levels: ['a', 'b'], telling: ['a'] };
const good = countRows(data, options);

/** The first of the good rows that has these cells. */
function placeOf(kind: string, cells: Partial<SummaryRow> = {}): number {
  const place = good.findIndex(
    (row) => row.kind === kind && Object.entries(cells).every(([name, cell]) => row[name as keyof SummaryRow] === cell),
  );
  if (place < 0) throw new Error(`no row of the kind ${kind}`);
  return place;
}

const changed = (place: number, cells: Partial<SummaryRow>): SummaryRow[] =>
  good.map((row, i) => (i === place ? { ...row, ...cells } : row));
const without = (place: number): SummaryRow[] => good.filter((_, i) => i !== place);
const twice = (place: number): SummaryRow[] => [...good, ...good.slice(place, place + 1)];
const also = (...rows: SummaryRow[]): SummaryRow[] => [...good, ...rows];

/** A cell of the first such row. */
const cellCase = (
  [kind, cells]: [string, Partial<SummaryRow>?],
  change: Partial<SummaryRow>,
  problem: Omit<Extract<SummaryProblem, { problem: 'cell' }>, 'problem' | 'kind' | 'value'> & { value: string },
): [string, SummaryRow[], SummaryProblem, number] => {
  const place = placeOf(kind, cells);
  const { value, ...rest } = problem;
  return [
    `${kind} with ${JSON.stringify(change)}`,
    changed(place, change),
    { problem: 'cell', kind, ...rest, value: { quote: value } },
    place + 1,
  ];
};

const DAY = Date.UTC(2024, 0, 31);
const summary = placeOf('summary');
const edge = { kind: 'edge', name: 'x', least: 9, greatest: 9 };
const score = { kind: 'score', name: 'x', label: 'a', bin: 500, n: 1, total: 0.5 };

const cases: [string, SummaryRow[], SummaryProblem, number?][] = [
  [
    'another version',
    changed(summary, { name: 'plumbline-summary-file/2' }),
    { problem: 'version', version: 'plumbline-summary-file/2', needs: SUMMARY_FILE_VERSION },
  ],
  ['no first row', without(summary), { problem: 'no-summary' }],
  [
    'a kind that is not known',
    changed(placeOf('rows'), { kind: 'bins' }),
    { problem: 'unknown-kind', kind: { quote: 'bins' } },
    placeOf('rows') + 1,
  ],
  cellCase(['bin'], { n: -3 }, { cell: 'n', value: '-3', needs: 'count' }),
  cellCase(['bin'], { n: 1.5 }, { cell: 'n', value: '1.5', needs: 'count' }),
  cellCase(['level'], { n: null }, { cell: 'n', value: '', needs: 'count' }),
  cellCase(['summary'], { n: Infinity }, { cell: 'n', value: 'inf', needs: 'count' }),
  cellCase(['bin'], { bin: 0.5 }, { cell: 'bin', value: '0.5', needs: 'count' }),
  cellCase(['bin'], { bin: null }, { cell: 'bin', value: '', needs: 'count' }),
  cellCase(['bin'], { total: null }, { cell: 'total', value: '', needs: 'number' }),
  cellCase(['bin'], { squares: null }, { cell: 'squares', value: '', needs: 'number' }),
  cellCase(['bin'], { least: 100 }, { cell: 'least', value: '100', needs: 'number' }),
  cellCase(['bin'], { greatest: Infinity }, { cell: 'least', value: '1', needs: 'number' }),
  cellCase(['edge'], { greatest: 5 }, { cell: 'least', value: '1', needs: 'number' }),
  cellCase(['product'], { total: null }, { cell: 'total', value: '', needs: 'number' }),
  cellCase(['column'], { label: 'constructor' }, { cell: 'label', value: 'constructor', needs: 'word' }),
  cellCase(['column'], { other: 'hobby' }, { cell: 'other', value: 'hobby', needs: 'word' }),
  cellCase(['column'], { total: null }, { cell: 'total', value: '', needs: 'number' }),
  cellCase(['rows'], { period: '2024-02-30' }, { cell: 'period', value: '2024-02-30', needs: 'day' }),
  cellCase(['rows'], { period: '2024-01-31 13:00:00' }, { cell: 'period', value: '2024-01-31 13:00:00', needs: 'day' }),
  cellCase(['stretch'], { period: 'noon' }, { cell: 'period', value: 'noon', needs: 'time' }),
  [
    'a score above 1',
    also({ ...score, bin: 1000 }),
    { problem: 'cell', kind: 'score', cell: 'bin', value: { quote: '1000' }, needs: 'count' },
    good.length + 1,
  ],
  ['a column less', without(placeOf('column', { name: 'y' })), { problem: 'place', place: 1 }],
  [
    'a column that is introduced twice',
    twice(placeOf('column', { name: 'y' })),
    { problem: 'twice', kind: 'column', name: 'y' },
  ],
  [
    'a column that is introduced in two ways',
    also({ kind: 'column', name: 'y', label: 'text', other: 'feature', bin: 4 }),
    { problem: 'twice', kind: 'column', name: 'y' },
  ],
  ['an edge less', without(placeOf('edge', { bin: 1 })), { problem: 'edges', name: 'x', edge: 1 }],
  [
    'edges that do not ascend',
    changed(placeOf('edge', { bin: 2 }), { least: 2, greatest: 2 }),
    { problem: 'edges', name: 'x', edge: 2 },
  ],
  ['an edge twice', also({ ...edge, bin: 2 }), { problem: 'twice', kind: 'edge', name: 'x' }],
  [
    'edges of no column',
    also({ ...edge, name: '__proto__', bin: 0 }),
    { problem: 'unlisted', kind: 'edge', name: '__proto__' },
  ],
  [
    'a bin without an edge',
    also({ kind: 'bin', name: 'x', bin: 4, n: 0, total: 0, squares: 0 }),
    { problem: 'bin', name: 'x', bin: 4, edges: 3 },
  ],
  [
    'values outside of their bin',
    changed(placeOf('bin', { name: 'x', bin: 3 }), { least: -9 }),
    { problem: 'outside', name: 'x', bin: 3 },
  ],
  ['a bin less', without(placeOf('bin')), { problem: 'bins-differ', name: 'x', bin: 0, counted: 0, byDay: 1 }],
  [
    'a day less of a column',
    without(placeOf('day')),
    { problem: 'bins-differ', name: 'x', bin: null, counted: 1, byDay: 4 },
  ],
  ['a bin less of a day', without(placeOf('day-bin')), { problem: 'sums', name: 'x', day: DAY, counted: 2, rows: 3 }],
  [
    'a bin twice of a day',
    twice(placeOf('day-bin', { name: 'y' })),
    { problem: 'sums', name: 'y', day: DAY, counted: 4, rows: 3 },
  ],
  ['a category twice', twice(placeOf('level')), { problem: 'sums', name: 'level', day: DAY, counted: 4, rows: 3 }],
  ['the rest less', without(placeOf('rest')), { problem: 'sums', name: 'level', day: DAY, counted: 2, rows: 3 }],
  [
    'more texts missing than rows',
    also({ kind: 'missing', name: 'time', period: '2024-01-31', n: 4 }),
    { problem: 'sums', name: 'time', day: DAY, counted: 4, rows: 3 },
  ],
  [
    'values of rows without a time',
    also({ kind: 'missing', name: 'x', n: 2 }),
    { problem: 'sums', name: 'x', day: null, counted: 2, rows: 0 },
  ],
  ['a day less', without(placeOf('rows')), { problem: 'rows', counted: 2, rows: 5 }],
  [
    'bins of no column',
    also({ kind: 'nan', name: 'z', period: '2024-01-31', n: 1 }),
    { problem: 'unlisted', kind: 'nan', name: 'z' },
  ],
  ['scores of no column', also(score), { problem: 'unlisted', kind: 'score', name: 'x' }],
  [
    'scores of more rows than there are',
    also({ kind: 'probability', name: 'x', label: 'a' }, { ...score, n: 6 }),
    { problem: 'surplus', kind: 'score', name: 'x', counted: 6, rows: 5 },
  ],
  [
    'an error that is not known',
    also({ kind: 'error', name: 'mistake', n: 1, total: 1, squares: 1 }),
    { problem: 'unlisted', kind: 'error', name: 'mistake' },
  ],
  [
    'a stretch of a category that is not telling',
    also({ ...(good[placeOf('level-stretch')] ?? { kind: '' }), label: 'b' }),
    { problem: 'unlisted', kind: 'level-stretch', name: 'level' },
  ],
  [
    'stretches without sums',
    changed(placeOf('stretch', { name: 'x' }), { total: null }),
    { problem: 'no-sums', name: 'x' },
  ],
  ['a stretch twice', twice(placeOf('stretch')), { problem: 'twice', kind: 'stretch', name: 'x' }],
  ['a stretch less', without(placeOf('stretch')), { problem: 'stretches', name: 'x', counted: 3, values: 4 }],
  ['a product twice', twice(placeOf('product')), { problem: 'twice', kind: 'product', name: 'x' }],
  ['half of a pair', without(placeOf('paired', { name: 'y' })), { problem: 'pair', x: 'x', y: 'y' }],
  ['a pair of other rows', changed(placeOf('paired'), { n: 3 }), { problem: 'pair', x: 'x', y: 'y' }],
];

test.each(cases)('%s is refused', async (_, rows, values, row) => {
  await expect(readRows(rows)).rejects.toMatchObject({
    ...{ code: 'summary-file', values, file: 'part 0.parquet' },
    ...(row !== undefined && { row }),
  });
});

test('the good file is read', async () => {
  expect(await readRows(good)).toMatchObject({ rows: 5 });
});

describe('files that do not go together', () => {
  const other = (change: Partial<CountOptions>): SummaryRow[] => countRows(data, { ...options, ...change });

  test.each<[string, SummaryRow[], SummaryProblem]>([
    [
      'other edges',
      other({ edges: { x: [1, 2, 8], y: [7, 10] } }),
      { problem: 'parts-differ', differing: 'columns', name: 'y' },
    ],
    [
      'an edge more',
      other({ edges: { x: [1, 2, 8, 12], y: [7, 9] } }).map((row) =>
        row.kind === 'column' && row.name === 'x' ? { ...row, total: 2 } : row,
      ),
      { problem: 'parts-differ', differing: 'edges', name: 'x' },
    ],
    ['other categories', other({ telling: ['b'] }), { problem: 'parts-differ', differing: 'telling', name: 'level' }],
    [
      'another type',
      changed(placeOf('column', { name: 'time' }), { label: 'category' }),
      { problem: 'parts-differ', differing: 'columns', name: 'time' },
    ],
    [
      'another column',
      also({ kind: 'column', name: 'z', label: 'text', other: 'feature', bin: 4 }),
      { problem: 'parts-differ', differing: 'columns', name: 'z' },
    ],
  ])('%s', async (_, second, values) => {
    await expect(readRows(good, second)).rejects.toMatchObject({ code: 'summary-file', values });
  });

  test('a cell of the second file is named as there', async () => {
    const place = placeOf('bin');
    await expect(readRows(good, changed(place, { n: -1 }))).rejects.toMatchObject({
      ...{ file: 'part 1.parquet', row: place + 1 },
    });
  });

  test('two sides with other edges', async () => {
    const side = async (rows: SummaryRow[], name: string) => ({ name, file: await readRows(rows) });
    const reference = await side(good, 'r.parquet');
    expect(() => {
      refuseOtherEdges(reference, reference);
    }).not.toThrow();
    const current = await side(other({ edges: { x: [1, 2, 8], y: [7, 10] } }), 'c.parquet');
    expect(() => {
      refuseOtherEdges(reference, current);
    }).toThrow(
      expect.objectContaining({
        file: 'c.parquet',
        values: { problem: 'other-edges', names: ['y'], reference: 'r.parquet' },
      }),
    );
  });
});

describe('what is meant to be a summary file', () => {
  const columns = (names: readonly string[]) => ({
    columns: names.map((name) => ({ name, stored: name, type: 'VARCHAR' })),
    summary: { name: 'f' } as never,
  });

  test('has the twelve columns, in any order and in capitals too', () => {
    expect(isSummary(columns(SUMMARY_COLUMNS))).toBe(true);
    expect(isSummary(columns(SUMMARY_COLUMNS.toReversed()))).toBe(true);
    expect(isSummary(columns(SUMMARY_COLUMNS.map((name) => name.toUpperCase())))).toBe(true);
  });

  test('is told from data', () => {
    expect(isSummary(columns(['kind', 'name', 'n', 'price']))).toBe(false);
    expect(isSummary(columns(SUMMARY_COLUMNS.filter((name) => name !== 'kind')))).toBe(false);
  });

  test.each<[readonly string[], string[], string[]]>([
    [SUMMARY_COLUMNS.filter((name) => name !== 'squares'), ['squares'], []],
    [[...SUMMARY_COLUMNS, '__index_level_0__'], [], ['__index_level_0__']],
    [
      ['kind', 'period', 'name', 'other', 'label', 'bin', 'n', 'total', 'sum'],
      ['segment', 'squares', 'least', 'greatest'],
      ['sum'],
    ],
  ])('%j is refused', (names, lacks, surplus) => {
    expect(() => isSummary(columns(names))).toThrow(
      expect.objectContaining({ code: 'summary-file', file: 'f', values: { problem: 'columns', lacks, surplus } }),
    );
  });

  test('is read whole', async () => {
    const set = await openTogether({ 'f.csv': asCsv(good) });
    const sampled = { ...set, summary: { ...set.summary, rowsUsed: 3 } };
    await expect(readSummaryFile(sampled)).rejects.toMatchObject({ values: { problem: 'sampled' } });
  });

  test('cut off anywhere is refused', async () => {
    // Products may be left out.
    for (let rows = 1; rows < placeOf('product'); rows += 1) {
      await expect(readRows(good.slice(0, rows)), String(rows)).rejects.toMatchObject({ code: 'summary-file' });
    }
  });
});
