import { expect, test } from 'vitest';
import type { DataSet } from '../../../src/engine/data-set.ts';
import { readSummaryFile } from '../../../src/engine/summary/read-summary-file.ts';
import { summariseRows } from '../../../src/engine/summary/count/summarise-rows.ts';
import { writeSummary, type UsedColumn } from '../../../src/engine/summary/count/write-summary.ts';
import type { SummaryFile } from '../../../src/facts/summary-file.ts';
import { openTables } from '../open-tables.ts';
import { comparable } from './plain-facts.ts';
import { asParquet, type SummaryRow } from './summary-rows.ts';

const NAMES = ['__proto__', '</script> "x"', "it's time", 'A', 'a'];
const HEAD = NAMES.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');

/** Eight rows of each level or more, so that none is rare. */
const rowsFrom = (start: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const row = start + i;
    const x = row % 17 === 0 ? '' : String(Math.round(1000 * Math.sin(row)) / 8);
    return [
      x,
      'abc'[row % 3],
      new Date(row * 900_000).toISOString(),
      (row * row) % 23,
      row % 7 === 0 ? '' : row,
    ].join();
  });

const COLUMNS: UsedColumn[] = [
  { name: '__proto__', type: 'numeric', role: 'target' },
  { name: '</script> "x"', type: 'categorical', role: 'feature' },
  { name: "it's time", type: 'datetime', role: 'time' },
  { name: 'A', type: 'numeric', role: 'prediction' },
  { name: 'a', type: 'numeric', role: 'feature' },
];

async function open(name: string, content: string | Uint8Array): Promise<DataSet> {
  const [set] = await openTables({ [name]: content });
  if (set === undefined) throw new Error('nothing was opened');
  return set;
}

const table = (head: string, rows: readonly string[]): Promise<DataSet> => open('rows.csv', [head, ...rows].join('\n'));

const read = async (parquet: ArrayBuffer): Promise<SummaryFile> =>
  readSummaryFile(await open('june.summary.parquet', new Uint8Array(parquet)));

async function counted(set: DataSet, like: SummaryFile) {
  const found = await summariseRows(set, like, undefined);
  if (found === null) throw new Error('nothing in common');
  return found;
}

/** What was lost in reading is known of rows alone. */
const withoutLost = (file: SummaryFile): SummaryFile => ({
  ...file,
  columns: file.columns.map((column) => {
    const { summary } = column;
    expect(summary.counts.coerced).toBe(0);
    return { ...column, summary: { ...summary, counts: { ...summary.counts, coerced: null } } };
  }),
});

test('rows are counted as the summary of other rows is, on its edges', async () => {
  const [june, july] = [await table(HEAD, rowsFrom(0, 400)), await table(HEAD, rowsFrom(300, 500))];
  const asked = { columns: COLUMNS, time: "it's time", segment: null };
  const first = await writeSummary(june, { ...asked, edges: null });
  const second = await read((await writeSummary(july, { ...asked, edges: first.edges })).parquet);
  const found = await counted(july, await read(first.parquet));
  expect(comparable(withoutLost(found.file))).toEqual(comparable(second));
  expect(found.file.model.errors?.error.n.length).toBe(125);
  expect([found.leftOut, found.unfit]).toEqual([[], []]);
});

/** A summary of one row a column, as other engines write their types. */
const summaryOf = (...columns: [name: string, label: string, ...levels: string[]][]): Promise<DataSet> => {
  const rows: SummaryRow[] = columns.flatMap(([name, label, ...levels], bin): SummaryRow[] => [
    { kind: 'column', name, label, other: 'feature', bin, total: 0 },
    ...levels.map((level) => ({ kind: 'level', name, label: level, n: 1 })),
    ...(levels.length === 0 ? [{ kind: 'missing', name, n: 1 }] : []),
  ]);
  const whole = { kind: 'summary', name: 'plumbline-summary-file/1', other: 'spark', n: 1, bin: 200 };
  return open('june.summary.parquet', asParquet([whole, { kind: 'rows', n: 1 }, ...rows]));
};

const levelsOf = ({ columns }: SummaryFile): Record<string, [string, number][]> =>
  Object.fromEntries(
    columns.flatMap(({ name, summary: { values } }) =>
      values.kind === 'levels' ? [[name, values.levels.map((level, i) => [level, values.counts[i] ?? NaN])]] : [],
    ),
  );

test('cells become what the summary counts; those that cannot are counted, with one of them', async () => {
  const rows = ['1.5,1,yes,2024-01-01,x,1.0', 'off,0,no,2024-01-02,y,2.0', '2.5,7,maybe,,z,2.0', ',,,2024-01-03,,'];
  const set = await table('n,flag,word,day,extra,code', rows);
  const like = await readSummaryFile(
    await summaryOf(
      ['n', 'number'],
      ['flag', 'boolean'],
      ['word', 'boolean'],
      ['day', 'number'],
      ['code', 'category', '1.0'],
    ),
  );
  const { file, leftOut, unfit } = await counted(set, like);
  expect(leftOut).toEqual(['extra']);
  expect(unfit).toEqual([
    { column: 'n', cells: 1, as: 'number', example: { quote: 'off' } },
    { column: 'flag', cells: 1, as: 'boolean', example: { quote: '7' } },
    { column: 'word', cells: 1, as: 'boolean', example: { quote: 'maybe' } },
    { column: 'day', cells: 3, as: 'number', example: { quote: '2024-01-01 00:00:00' } },
  ]);
  expect(levelsOf(file)).toEqual({
    flag: [
      ['false', 1],
      ['true', 1],
    ],
    word: [
      ['false', 1],
      ['true', 1],
    ],
    code: [
      ['2.0', 2],
      ['1.0', 1],
    ],
  });
  const counts = file.columns.map(({ name, summary }) => [name, summary.counts.missing, summary.counts.coerced]);
  expect(counts).toEqual([
    ['n', 2, 1],
    ['flag', 2, 1],
    ['word', 2, 1],
    ['day', 4, 3],
    ['code', 1, 0],
  ]);
});

test('nothing is counted of rows that have no column of the summary', async () => {
  const like = await readSummaryFile(await summaryOf(['other', 'number']));
  expect(await summariseRows(await table(HEAD, rowsFrom(0, 5)), like, undefined)).toBeNull();
});
