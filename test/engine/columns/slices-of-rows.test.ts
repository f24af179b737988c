import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { sliceSchema, type Partition, type Slice, type SliceRows } from '../../../src/facts/slice.ts';
import type { ColumnSummary, NumberValues } from '../../../src/facts/summary.ts';
import { mergeSummaries } from '../../../src/analysis/summarise/merge.ts';
import { summariseLevels, summariseTexts } from '../../../src/analysis/summarise/summarise-levels.ts';
import { summariseNumbers } from '../../../src/analysis/summarise/summarise-numbers.ts';
import { summariseParts } from '../../../src/analysis/summarise/summarise-parts.ts';
import { fetchCounts, fetchTogether, summariseText } from '../../../src/engine/columns/columns.ts';
import { decodeCounts, decodeNumbers } from '../../../src/engine/columns/decode.ts';
import { sliceData } from '../../../src/engine/columns/slice.ts';
import type { DataSet, StoredColumn } from '../../../src/engine/data-set.ts';
import { elementAt } from '../../../src/facts/element-at.ts';
import { openTables } from '../open-tables.ts';
import { rowsOf } from '../rows-of.ts';

const CODES = ['a', "b'; DROP TABLE data; --", 'C "quoted"', ''];
const ROWS = 200;

/** A time, a number with gaps, a category with letters that mean something in SQL, yes and no, and a name of its own a row. */
const line = (i: number): string => {
  const time = new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString().slice(0, 19);
  const number = i % 13 === 0 ? '' : i % 17 === 0 ? 'NaN' : i % 19 === 0 ? 'inf' : String((i % 20) / 10 - 0.7);
  const code = CODES[i % 4] ?? '';
  return `${time},${number},"${code.replaceAll('"', '""')}",${i % 3 === 0 ? 'true' : 'false'},row ${String(i)}`;
};

async function open(): Promise<DataSet> {
  const content = ['t,x,"code ""x""",flag,name', ...Array.from({ length: ROWS }, (_, i) => line(i))].join('\n');
  const [data] = await openTables({ 'a.csv': content }, { missing: [''] });
  if (data === undefined) throw new Error('a file was given');
  return data;
}

const column = ({ columns }: DataSet, name: string): StoredColumn =>
  elementAt(
    columns.filter((one) => one.name === name),
    0,
  );
const slice = (rows: SliceRows): Slice => v.parse(sliceSchema, { id: 's', file: 'reference', rows });
const namesIn = async (data: DataSet, rows: SliceRows): Promise<string[]> => {
  const part = await sliceData(data, slice(rows));
  const names = (await rowsOf(part)).map(({ name }) => name ?? '');
  expect(part.summary.rowsUsed).toBe(names.length);
  return names;
};
const wanted = (holds: (i: number) => boolean): string[] =>
  Array.from({ length: ROWS }, (_, i) => i)
    .filter(holds)
    .map((i) => `row ${String(i)}`);
const isGap = (i: number): boolean => i % 13 === 0;
const isNaNRow = (i: number): boolean => !isGap(i) && i % 17 === 0;
const isInfinite = (i: number): boolean => !isGap(i) && !isNaNRow(i) && i % 19 === 0;
const valueAt = (i: number): number =>
  isGap(i) || isNaNRow(i) ? NaN : isInfinite(i) ? Infinity : Number(String((i % 20) / 10 - 0.7));
const NAME = 'code "x"';

describe('a slice of a file in the engine holds', () => {
  const cases: [string, SliceRows, (i: number) => boolean][] = [
    ['all rows', { kind: 'all' }, () => true],
    [
      'a period: its start, and not its end',
      { kind: 'period', column: 't', from: Date.UTC(2026, 0, 2), to: Date.UTC(2026, 0, 3) },
      (i) => i >= 24 && i < 48,
    ],
    [
      'a level with quotes and a statement in it',
      { kind: 'predicate', conditions: [{ column: NAME, test: 'equals', value: elementAt(CODES, 1) }] },
      (i) => i % 4 === 1,
    ],
    [
      'one of several values, of several columns',
      {
        kind: 'predicate',
        conditions: [
          { column: NAME, test: 'in', values: ['a', elementAt(CODES, 2)] },
          { column: 'flag', test: 'equals', value: true },
        ],
      },
      (i) => i % 2 === 0 && i % 3 === 0,
    ],
    [
      'a number to its last digit',
      { kind: 'predicate', conditions: [{ column: 'x', test: 'equals', value: 0.8 - 0.7 }] },
      (i) => valueAt(i) === 0.8 - 0.7,
    ],
    [
      'a range without NaN and what is missing',
      { kind: 'predicate', conditions: [{ column: 'x', test: 'range', from: 0.5, to: null }] },
      (i) => valueAt(i) >= 0.5,
    ],
    [
      'a range below a limit',
      { kind: 'predicate', conditions: [{ column: 'x', test: 'range', from: null, to: 0 }] },
      (i) => valueAt(i) < 0,
    ],
    [
      'a range without its start and with its end',
      {
        kind: 'predicate',
        conditions: [{ column: 'x', test: 'range', from: 0, withoutFrom: true, to: 0.5, withTo: true }],
      },
      (i) => valueAt(i) > 0 && valueAt(i) <= 0.5,
    ],
    [
      'any other text, and not what is missing',
      { kind: 'predicate', conditions: [{ column: NAME, test: 'others', values: ['a', elementAt(CODES, 1)] }] },
      (i) => i % 4 === 2,
    ],
    [
      'hours past midnight',
      { kind: 'predicate', conditions: [{ column: 't', test: 'clock', part: 'hour', first: 22, last: 3 }] },
      (i) => i % 24 >= 22 || i % 24 <= 3,
    ],
    [
      'weekdays: 1 January 2026 is a Thursday',
      { kind: 'predicate', conditions: [{ column: 't', test: 'clock', part: 'weekday', first: 3, last: 4 }] },
      (i) => Math.floor(i / 24) % 7 < 2,
    ],
    [
      'months',
      { kind: 'predicate', conditions: [{ column: 't', test: 'clock', part: 'month', first: 1, last: 11 }] },
      () => false,
    ],
    ['what is missing', { kind: 'predicate', conditions: [{ column: 'x', test: 'missing' }] }, isGap],
    [
      'what is no number',
      { kind: 'predicate', conditions: [{ column: 'x', test: 'missing', as: 'number' }] },
      (i) => Number.isNaN(valueAt(i)),
    ],
    [
      'nothing, of no values',
      { kind: 'predicate', conditions: [{ column: 'x', test: 'in', values: [] }] },
      () => false,
    ],
    ['all rows, of no condition', { kind: 'predicate', conditions: [] }, () => true],
    [
      'a segment of numbers',
      { kind: 'segment', partition: { by: 'cuts', column: 'x', as: 'number', cuts: [0, 0.5] }, part: 1 },
      (i) => valueAt(i) >= 0 && valueAt(i) < 0.5,
    ],
    [
      'the segment of the other levels',
      { kind: 'segment', partition: { by: 'levels', column: NAME, levels: ['a'] }, part: 1 },
      (i) => i % 4 === 1 || i % 4 === 2,
    ],
    [
      'the rows that are in no part',
      { kind: 'segment', partition: { by: 'cuts', column: 'x', as: 'number', cuts: [0] }, part: -1 },
      (i) => Number.isNaN(valueAt(i)),
    ],
  ];

  test('just its rows, for every kind', async () => {
    const data = await open();
    for (const [what, rows, holds] of cases) expect(await namesIn(data, rows), what).toEqual(wanted(holds));
    await expect(sliceData(data, slice({ kind: 'period', column: 'no', from: 0, to: 1 }))).rejects.toThrow(
      'no column no',
    );
  });

  test('rows that keep their number in the file', async () => {
    const data = await open();
    const part = await sliceData(data, slice({ kind: 'period', column: 't', from: Date.UTC(2026, 0, 2), to: null }));
    const bytes = await part.database.fetch(`SELECT rowid::DOUBLE AS b0 FROM ${part.source} LIMIT 1`);
    expect(decodeNumbers(bytes)[0]?.values[0]).toBe(24);
  });
});

/** The summary of a column of a slice, from the engine. */
async function summariseIn(data: DataSet, id: string, name: string): Promise<ColumnSummary> {
  const about = { column: name, slice: id, coerced: 0 };
  const one = column(data, name);
  if (name === 'x' || name === 't') {
    const as = name === 't' ? 'time' : 'number';
    const values = elementAt(decodeNumbers(await fetchTogether(data, [{ column: one, kind: as }])), 0);
    return summariseNumbers(values, about, { as, axis: null, orderOf: null });
  }
  const counted = elementAt(decodeCounts(await fetchCounts(data, [one]), 1), 0);
  return name === 'name'
    ? summariseTexts(await summariseText(data, one), about, counted)
    : summariseLevels(counted, about, null);
}

const partitions: [Partition, number][] = [
  [{ by: 'cuts', column: 'x', as: 'number', cuts: [-0.2, 0, 0.5] }, 4],
  [{ by: 'cuts', column: 't', as: 'time', cuts: [Date.UTC(2026, 0, 3)] }, 2],
  [{ by: 'levels', column: NAME, levels: ['a', elementAt(CODES, 1)] }, 3],
];

test.each(partitions)(
  'the segments of a partition add up to the file, for every column: %o',
  async (partition, parts) => {
    const data = await open();
    const codes = Array.from({ length: parts + 1 }, (_, i) => i - 1);
    const segments = await Promise.all(
      codes.map((part) => sliceData(data, slice({ kind: 'segment', partition, part }))),
    );
    for (const { name } of data.columns) {
      const summaries = await Promise.all(segments.map((segment, i) => summariseIn(segment, String(i), name)));
      const whole = await summariseIn(data, 'all', name);
      expect({ ...summaries.reduce(mergeSummaries), slices: [] }, name).toEqual({ ...whole, slices: [] });
    }
  },
);

test('one look at a column summarises every part as its own slice would', async () => {
  const data = await open();
  const partition: Partition = { by: 'cuts', column: 'x', as: 'number', cuts: [-0.2, 0, 0.5] };
  const columns = decodeNumbers(await fetchTogether(data, [{ column: column(data, 'x') }, { partition }]));
  const slices = ['0', '1', '2', '3'];
  const options = { column: 'x', coerced: 0, as: 'number', slices } as const;
  const found: ColumnSummary<NumberValues>[] = summariseParts(
    elementAt(columns, 0),
    Int32Array.from(elementAt(columns, 1).values),
    options,
  );
  for (const [part, id] of slices.entries()) {
    const segment = await sliceData(data, slice({ kind: 'segment', partition, part }));
    expect(found[part]).toEqual(await summariseIn(segment, id, 'x'));
  }
});
