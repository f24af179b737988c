import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SUMMARY_FILE_VERSION } from '../../src/facts/summary-file.ts';
import { requestedColumns, type GivenColumn } from '../../tools/summary/columns.ts';
import { asInReference, readReference, type Reference } from '../../tools/summary/edges.ts';
import { warnOfLength } from '../../tools/summary/length.ts';
import { readSummaryOptions } from '../../tools/summary/options.ts';
import { requestOf } from '../../tools/summary/request.ts';
import { openDuckDb, type Engine } from './duckdb.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-summary-'));
const path = (name: string): string => join(folder, name);
let engine: Engine;

beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`COPY (
    SELECT sin(range) AS "a""b", CAST(range % 3 AS VARCHAR) AS line, range % 2 = 0 AS "on", [range] AS list,
      TIMESTAMP '2024-01-01' + INTERVAL (range) MINUTE AS t, CAST(range AS VARCHAR) AS note
    FROM range(12000)) TO '${path('a.parquet')}'`);
  await engine.run(`COPY (SELECT * FROM '${path('a.parquet')}' LIMIT 3000) TO '${path('b.csv')}'`);
  writeFileSync(path('columns.json'), '[{"name": "x", "type": "number"}]');
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

const summary = (...words: string[]): string =>
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/summary.ts', ...words], {
    encoding: 'utf8',
    stdio: 'pipe',
  });

const file = (name: string): Promise<Record<string, unknown>[]> => engine.run(`SELECT * FROM '${path(name)}'`);

test('files become summary files in one step, the second one on the edges of the first', async () => {
  summary(
    '--engine',
    'duckdb',
    '--file',
    path('a.parquet'),
    '--time',
    't',
    '--category',
    'line',
    '--out',
    path('a.summary.parquet'),
  );
  const [head, ...rows] = await file('a.summary.parquet');
  expect(head).toMatchObject({ kind: 'summary', name: SUMMARY_FILE_VERSION, other: 'duckdb', n: 12000n });
  // A list is no single value, and nobody groups by 12 000 texts.
  const columns = rows.filter(({ kind }) => kind === 'column').map(({ name, label, other }) => [name, label, other]);
  expect(columns).toEqual([
    ['a"b', 'number', 'feature'],
    ['line', 'category', 'feature'],
    ['note', 'text', 'feature'],
    ['on', 'boolean', 'feature'],
    ['t', 'time', 'time'],
  ]);

  summary(
    '--engine',
    'duckdb',
    '--file',
    path('b.csv'),
    '--edges',
    path('a.summary.parquet'),
    '--out',
    path('b.summary.parquet'),
  );
  const [reference, current] = await Promise.all(
    ['a', 'b'].map((name) => readReference(path(`${name}.summary.parquet`))),
  );
  expect(current).toEqual({ ...reference, path: path('b.summary.parquet') });
  expect(reference?.edges.edges.get('a"b')?.length).toBeGreaterThan(190);
  expect((await file('b.summary.parquet'))[0]?.n).toBe(3000n);
});

test('edges come back from every form in which a result is saved', async () => {
  const statement = summary('--engine', 'duckdb', '--file', path('a.parquet')).replace(/;\s*$/, '');
  const results = ['csv', 'json', 'parquet'].map((ending) => path(`edges.${ending}`));
  for (const result of results) await engine.run(`COPY (${statement}) TO '${result}'`);
  const [first, ...others] = await Promise.all(results.map(readReference));
  expect(first?.edges.telling.get('line')).toEqual(['0', '1', '2']);
  for (const other of others) expect({ ...other, path: '' }).toEqual({ ...first, path: '' });
  await expect(readReference(path('a.parquet'))).rejects.toThrow('holds no edges');
});

describe('an option that cannot be is refused by name', () => {
  const columns = ['--columns', path('columns.json')];
  test.each<[string[], string]>([
    [[], '--engine is needed'],
    [['--engine', 'oracle'], 'There is no engine “oracle”'],
    [['--engin', 'duckdb'], 'There is no option --engin. Do you mean --engine?'],
    [['--__proto__', 'a'], 'There is no option --__proto__.'],
    [['duckdb'], '“duckdb” belongs to no option.'],
    [['--engine', 'spark', '--file', 'a.parquet'], '--file is for DuckDB'],
    [['--engine', 'spark', '--table', 'a', '--url', 'postgres://a', ...columns], '--url is for PostgreSQL.'],
    [['--engine', 'spark', ...columns], 'Either --table or --file is needed.'],
    [['--engine', 'spark', '--table', 'a'], '--columns is needed'],
    [
      ['--engine', 'spark', '--table', 'a', '--out', 'a.parquet', ...columns],
      '--out needs an engine that can be asked',
    ],
    [['--engine', 'spark', '--table', 'a', '--columns', 'no such file'], 'There is no file no such file.'],
  ])('%j', (words, message) => {
    expect(() => readSummaryOptions(words)).toThrow(message);
  });

  const given: GivenColumn[] = [
    { name: 'x', type: 'number' },
    { name: 't', type: 'time' },
    { name: 'list', type: null, declared: 'ARRAY' },
  ];
  test.each<[string[], GivenColumn[], string]>([
    [['--target', 'y'], given, '--target: there is no column “y”.'],
    [['--category', '__proto__'], given, '--category: there is no column “__proto__”.'],
    [['--segment', 'line'], given, '--segment: there is no column “line”.'],
    [['--time', 'x'], given, '--time: “x” is read as number, not as a time.'],
    [['--time', 't', '--ignore', 't'], given, '--time: “t” is not among the columns that are counted.'],
    [[], [...given, { name: 'x', type: 'text' }], 'The column “x” is named twice.'],
    [[], [{ name: '', type: 'number' }], 'Column 1 has no name'],
    [[], given.slice(2), 'There is no column to count.'],
    [['--bins', 'many'], given, '--bins: NaN is not possible.'],
    [['--bins', '1'], given, '--bins: 1 is not possible.'],
    [['--stretch', '7'], given, '--stretch: 7 s is not possible'],
    [['--probability', 'x'], given, '--probability x: write COLUMN=CLASS.'],
    [['--target', 'x', '--prediction', 'x'], given, '“x” cannot be target and prediction.'],
    [
      ['--target', 'x'],
      [...given, { name: 'y', type: 'number', role: 'target' }],
      'More than one column is the target',
    ],
  ])('%j', (words, table, message) => {
    const options = readSummaryOptions(['--engine', 'spark', '--table', 'a', ...columns, ...words]);
    expect(() => options && requestOf(options, table, () => undefined)).toThrow(message);
  });
});

test('options say what columns are, and what is left out is said', () => {
  const words = ['--target', 'y', '--probability', 'p=q=1', '--category', 'k', '--text', 'note'];
  const options = readSummaryOptions([
    '--engine',
    'spark',
    '--table',
    'a',
    '--columns',
    path('columns.json'),
    ...words,
  ]);
  const given: GivenColumn[] = [
    { name: 'y', type: 'boolean' },
    { name: 'p=q', type: 'number' },
    { name: 'k', type: 'number', declared: 'INT' },
    { name: 'note', type: 'category' },
    { name: 'list', type: null, declared: 'ARRAY<INT>' },
  ];
  const said: string[] = [];
  const columns = options && requestedColumns(given, options, (text) => said.push(text));
  expect(columns).toEqual([
    { name: 'y', type: 'boolean', role: 'target' },
    { name: 'p=q', type: 'number', role: 'probability', ofClass: '1' },
    { name: 'k', type: 'category', role: 'feature', declared: 'INT' },
    { name: 'note', type: 'text', role: 'feature' },
  ]);
  expect(said).toEqual(['“list” is left out: ARRAY<INT> is no single value.']);
});

test('options of the reference need not be said again', () => {
  const table = ['a', 'p', 'y', 'line', 'id', 'k', 'new'].map((name): GivenColumn => ({ name, type: 'number' }));
  const read = (words: string[], reference: Reference | null) => {
    const said: string[] = [];
    const options = readSummaryOptions([
      '--engine',
      'duckdb',
      '--table',
      'a',
      '--columns',
      path('columns.json'),
      ...words,
    ]);
    if (options === null) throw new Error('no options');
    const warn = (text: string) => said.push(text);
    const columns = reference === null ? table : asInReference(table, reference, options, warn);
    return { said, columns: requestedColumns(columns, options, warn) };
  };
  const first = read(
    ['--target', 'y', '--probability', 'p=yes', '--category', 'k', '--ignore', 'id', '--ignore', 'new'],
    null,
  );
  const reference: Reference = {
    path: 'june.summary.parquet',
    edges: { edges: new Map([['a', [1]]]), telling: new Map() },
    columns: new Map(first.columns.map(({ name, ...known }) => [name, known])),
  };
  expect(first.columns).toHaveLength(5);
  expect(read([], reference)).toEqual({
    columns: first.columns,
    said: ['Not counted in june.summary.parquet, so left out: “id”, “new”.'],
  });
  const other = read(['--target', 'a', '--text', 'id', '--segment', 'new'], reference);
  expect(other.said).toEqual([]);
  expect(other.columns.map(({ name, type, role }) => [name, type, role])).toEqual([
    ['a', 'number', 'target'],
    ['p', 'number', 'probability'],
    ['y', 'number', 'feature'],
    ['line', 'number', 'feature'],
    ['id', 'text', 'feature'],
    ['k', 'category', 'feature'],
  ]);
});

test('a statement that is too long for its engine is said to be', () => {
  const said: string[] = [];
  for (const engine of ['duckdb', 'trino'] as const) {
    for (const length of [1e6, 2.5e6]) warnOfLength('x'.repeat(length), engine, (text) => said.push(text));
  }
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('has 2.5 million characters; trino takes 1.0 million');
});
