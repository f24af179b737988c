import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { countsStatement } from '../../src/warehouse/counts-statement.ts';
import { DIALECTS } from '../../src/warehouse/dialects/dialects.ts';
import { frozenEdges, NO_EDGES } from '../../src/warehouse/frozen-edges.ts';
import { byKey, differences, kindOf } from '../warehouse/long-table.ts';
import { openDuckDb, type Engine } from '../warehouse/duckdb.ts';
import { attempt, openFolder, type Ended } from '../systems/machine.ts';
import { classesRequest } from './requests.ts';
import { makeTable, type MadeTable } from './table.ts';

const JOB = resolve('public/plumbline_summary.py');
const folder = openFolder('job');
const path = (name: string): string => join(folder, name);
/** Of each type one, names that are hostile, and a model: a statement of all columns takes Spark a minute. */
const KEPT = ['t', 'line', 'y', 'p', 'p(good)', 'temperature', 'flag', 'note', "it's `b\\"];
const readingsFile = path('readings.parquet');
const [june, july] = [path('june.summary.parquet'), path('july.summary.parquet')];
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
let [table, duckdb]: [MadeTable?, Engine?] = [];

beforeAll(async () => {
  [table, duckdb] = [await makeTable(), await openDuckDb()];
  const columns = KEPT.map((name) => DIALECTS.duckdb.identifier(name)).join(', ');
  await duckdb.run(`COPY (SELECT ${columns} FROM read_parquet(${text(table.parquet)})) TO ${text(readingsFile)}`);
});
afterAll(() => {
  duckdb?.close();
});

/** Spark starts as a person starts it. */
function submit(...words: string[]): Promise<Ended> {
  const programs = inject('python');
  const settings = { 'spark.ui.enabled': 'false', 'spark.sql.shuffle.partitions': '2', 'spark.log.level': 'ERROR' };
  const configured = Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]);
  return attempt(join(programs, 'spark-submit'), ['--master', 'local[2]', ...configured, ...words], {
    ...{
      cwd: folder,
      env: { PATH: `${programs}:${process.env['PATH'] ?? ''}`, PYSPARK_PYTHON: join(programs, 'python') },
    },
  });
}

async function longTable(file: string) {
  const rows = (await duckdb?.run(`SELECT * FROM read_parquet(${text(file)})`)) ?? [];
  return { rows, sums: byKey(rows) };
}

/** Everything but who counted, and how many different texts there may be. */
const counted = (sums: ReturnType<typeof byKey>) =>
  new Map([...sums].filter(([key]) => !['distinct', 'summary', 'column'].includes(kindOf(key))));

const MODEL = ['--time', 't', '--target', 'y', '--prediction', 'p', '--text', 'note'];
const CLASSES = ['--probability', 'p(good)=good'];

test('a Parquet file is counted as DuckDB counts it, on the edges that Spark has made', async () => {
  const given = ['--parquet', readingsFile, '--out', june, '--segment', 'line', '--bins', '20'];
  expect(await submit(JOB, ...given, ...MODEL, ...CLASSES)).toMatchObject({ code: 0 });
  const found = await longTable(june);
  expect(found.rows[0]).toMatchObject({ kind: 'summary', other: 'spark', n: 5000n });
  const edges = frozenEdges(found.rows) ?? NO_EDGES;
  expect(edges.edges.size).toBe(4);
  const asked = classesRequest('duckdb');
  const columns = asked.columns.filter(({ name }) => KEPT.includes(name));
  const request = { ...asked, columns, mostLevels: 1000 };
  const wanted = await table?.duckdb.runAndReadAll(countsStatement(request, edges, 'duckdb'));
  expect(differences(counted(found.sums), counted(byKey(wanted?.getRowObjectsJS() ?? [])))).toEqual([]);
});

test('bad input ends with 2 and a sentence', async () => {
  const { code, stdout } = await submit(JOB, '--parquet', readingsFile, '--out', path('none'), '--bins', '1');
  expect(code).toBe(2);
  // What a job says on either way comes out on one.
  expect(stdout).toContain('plumbline_summary: --bins: 1 is not possible.');
});

describe('in one session, over a table', () => {
  const readings = ['--table', 'plant.readings', '--out', path('none')];
  const bad: [words: string[], message: string][] = [
    [['--table', 'plant.nothing', '--out', path('none')], 'The table or view `plant`.`nothing` cannot be found.'],
    [['--table', 'plant..readings', '--out', path('none')], '--table: “plant..readings” is no name of a table'],
    [['--table', '', '--out', path('none')], '--table: “” is no name of a table'],
    [['--parquet', path('none'), '--out', path('none')], 'Path does not exist'],
    [['--parquet', JOB, '--out', path('none')], 'plumbline_summary.py could not be read as Parquet.'],
    [[...readings, '--edges', path('none')], 'Path does not exist'],
    [[...readings, '--edges', JOB], 'plumbline_summary.py could not be read as Parquet.'],
    [[...readings, '--time', 'temperature'], '--time: “temperature” is double, not a time.'],
    [[...readings, '--time', 't', '--ignore', 't'], '--time: “t” is not among the columns that are counted.'],
    [[...readings, '--target', 'y', '--prediction', 'y'], '“y” cannot be target and prediction.'],
    [[...readings, '--probability', 'p(good)'], '--probability p(good): write COLUMN=CLASS.'],
    [[...readings, '--time', 'x'], 'There is no column “x”. There are: t, line, y,'],
    [[...readings, '--stretch', '7'], '--stretch: 7 s is not possible'],
    [['--table', 'plant.readings', '--out', '/proc/none'], '/proc/none cannot be written.'],
  ];
  let ends: { code: number; said: string }[] = [];

  beforeAll(async () => {
    const notSummary = [...readings, '--edges', readingsFile];
    const whole = ['--table', 'plant.readings', '--segment', 'line', '--edges', june, '--out', july, '--print'];
    writeFileSync(
      path('runs.json'),
      JSON.stringify({ parquet: readingsFile, runs: [whole, notSummary, ...bad.map(([words]) => words)] }),
    );
    const ended = await submit(
      resolve('test/engines/spark-job.py'),
      resolve('public'),
      path('runs.json'),
      path('ends.json'),
    );
    if (ended.code !== 0) throw new Error(ended.stderr);
    ends = JSON.parse(readFileSync(path('ends.json'), 'utf8')) as typeof ends;
  });

  test('a table is counted on the edges of a file, whose options need not be said again', async () => {
    expect(ends[0]).toMatchObject({ code: 0 });
    expect(ends[0]?.said).toContain(`Not counted in ${june}, so left out: surplus.`);
    expect(ends[0]?.said).toMatch(/^WITH pl_raw AS/m);
    const [first, second] = [await longTable(june), await longTable(july)];
    expect(second.rows[0]).toMatchObject({ kind: 'summary', other: 'spark', n: 5000n });
    const told = (sums: typeof first.sums) => new Map([...sums].filter(([key]) => kindOf(key) !== 'summary'));
    expect(differences(told(second.sums), told(first.sums))).toEqual([]);
  });

  test('a table in place of a summary file is refused', () => {
    expect(ends[1]).toMatchObject({ code: 2 });
    expect(ends[1]?.said).toContain('is no summary file.');
  });

  test.each(bad.map(([words, message], place) => ({ words: words.join(' '), message, place })))(
    '$words',
    ({ message, place }) => {
      const end = ends[place + 2];
      expect(end?.code).toBe(2);
      expect(end?.said.trim().split('\n').at(-1)).toContain(`plumbline_summary: `);
      expect(end?.said).toContain(message);
      expect(existsSync(path('none'))).toBe(false);
    },
  );
});
