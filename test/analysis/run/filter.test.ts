import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DataSet } from '../../../src/engine/data-set.ts';
import type { Report } from '../../../src/facts/document/document.ts';
import { parseConfig, type ConfigInput } from '../../../src/facts/settings/settings.ts';
import { openTables } from '../../engine/open-tables.ts';
import { reportOn } from '../../inputs/report-on.ts';

type Files = Record<'reference' | 'current', string>;

async function openBoth({ reference, current }: Files): Promise<Record<'reference' | 'current', DataSet>> {
  const [first, second] = await openTables({ 'reference.csv': reference, 'current.csv': current });
  if (first === undefined || second === undefined) throw new Error('two files were given');
  return { reference: first, current: second };
}

/** The lines that a test on their fields keeps, under the same head. */
function cut(text: string, holds: (fields: Map<string, string>) => boolean): string {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const names = head.trim().split(',');
  const keeps = (line: string): boolean => {
    const fields = line.trim().split(',');
    return holds(new Map(names.map((name, i) => [name, fields[i] ?? ''])));
  };
  return [head, ...lines.filter(keeps)].join('\n');
}

/** Why a column is what it is goes by all rows; rows to review have their number in the file. */
const OTHERWISE = new Set(['typeReason', 'roleReason', 'row']);

/** Every number of a document, by its path; without what says how long it took, how large files are and which rows were taken. */
function numbersIn(report: Report): Map<string, number> {
  const { columns, dataset, correlations, performance, where, verdict } = report;
  const found = new Map<string, number>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number') found.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) if (!OTHERWISE.has(name)) walk(item, `${path}/${name}`);
  };
  walk({ columns, dataset, correlations, performance, where, verdict: verdict.counts }, '');
  return found;
}

function expectSame(filtered: Report, beforehand: Report): void {
  const [found, wanted] = [numbersIn(filtered), numbersIn(beforehand)];
  expect([...found.keys()].filter((path) => !wanted.has(path))).toEqual([]);
  expect([...wanted.keys()].filter((path) => !found.has(path))).toEqual([]);
  const apart = [...wanted].filter(([path, value]) => {
    const other = found.get(path) ?? NaN;
    return !Object.is(other, value) && !(Math.abs(other - value) <= 1e-12 * Math.max(1, Math.abs(value)));
  });
  expect(apart).toEqual([]);
}

type Filter = NonNullable<ConfigInput['filter']>;
type Holds = (fields: Map<string, string>) => boolean;

const textOf = (path: string): string => readFileSync(path, 'utf8');
const hourOf = (fields: Map<string, string>): number => Number(fields.get('date')?.slice(11, 13));

const SETS: { name: string; texts: Files; cases: [string, Filter, Holds, number][] }[] = [
  {
    name: 'steel',
    texts: {
      reference: textOf('public/sample/steel_reference.csv'),
      current: textOf('public/sample/steel_current.csv'),
    },
    cases: [
      [
        'a category',
        [{ column: 'Load_Type', test: 'equals', value: 'Light_Load' }],
        (fields) => fields.get('Load_Type') === 'Light_Load',
        1e7,
      ],
      [
        'the clock past midnight, and a range',
        [
          { column: 'date', test: 'clock', part: 'hour', first: 20, last: 9 },
          { column: 'target', test: 'range', from: 3, to: 60 },
        ],
        (fields) =>
          (hourOf(fields) >= 20 || hourOf(fields) <= 9) &&
          Number(fields.get('target')) >= 3 &&
          Number(fields.get('target')) < 60,
        0,
      ],
    ],
  },
  {
    name: 'ai4i',
    texts: { reference: textOf('e2e/fixtures/ai4i_reference.csv'), current: textOf('e2e/fixtures/ai4i_current.csv') },
    cases: [
      [
        'all but a category, above a limit',
        [
          { column: 'Type', test: 'others', values: ['H'] },
          { column: 'Torque', test: 'range', from: 30, withoutFrom: true, to: 60, withTo: true },
        ],
        (fields) =>
          fields.get('Type') !== 'H' && Number(fields.get('Torque')) > 30 && Number(fields.get('Torque')) <= 60,
        1e7,
      ],
    ],
  },
];

describe.each(SETS)('a filter on $name', ({ texts, cases }) => {
  let data: Record<'reference' | 'current', DataSet>;
  let columns: NonNullable<ConfigInput['columns']>;

  beforeAll(async () => {
    data = await openBoth(texts);
    const { columns: found } = await reportOn(data, parseConfig());
    columns = Object.fromEntries(found.map(({ name, type, role }) => [name, { type, role }]));
  }, 120_000);

  test.each(cases)('%s: every number is that of files cut to these rows beforehand', async (_, filter, holds, kept) => {
    // Where no values are kept beside the files, columns come in blocks.
    const budget = { summaries: kept, values: kept };
    const filtered = await reportOn(data, parseConfig({ filter }), { budget });
    const rows = { reference: cut(texts.reference, holds), current: cut(texts.current, holds) };
    const beforehand = await reportOn(await openBoth(rows), parseConfig({ columns }), { budget });
    expectSame(filtered, beforehand);
    expectFileRows(filtered, texts, holds);
    expect(filtered.columns.map(({ name, type, role }) => [name, { type, role }])).toEqual(Object.entries(columns));
    expect(filtered.filter?.values.rows).toEqual({
      reference: { kept: rowsIn(rows.reference), all: rowsIn(texts.reference) },
      current: { kept: rowsIn(rows.current), all: rowsIn(texts.current) },
    });
    expect(filtered.verdict.exploratory).toBe(true);
  });
});

test('one file split in two is two files', async () => {
  const ai4i = SETS[1]!.texts;
  const joined = `${ai4i.reference.trimEnd()}\n${ai4i.current.split('\n').slice(1).join('\n')}`;
  const [file] = await openTables({ 'both.csv': joined });
  const split = { column: 'Type', reference: ['L'], current: ['M', 'no such'] };
  const halved = await reportOn({ current: file! }, parseConfig({ split }));
  const columns = Object.fromEntries(halved.columns.map(({ name, type, role }) => [name, { type, role }]));
  const half = (value: string): string => cut(joined, (fields) => fields.get('Type') === value);
  expectSame(
    halved,
    await reportOn(await openBoth({ reference: half('L'), current: half('M') }), parseConfig({ columns })),
  );
  expect(halved.split?.values.rows.reference).toEqual({ kept: rowsIn(half('L')), all: rowsIn(joined) });
  expect(halved.verdict.exploratory).toBeUndefined();
});

test('a file is split at a time, which may be written as one', async () => {
  const [file] = await openTables({ 'steel.csv': textOf('public/sample/steel_current.csv') });
  const { split, filter } = await reportOn(
    { current: file! },
    parseConfig({
      split: { column: 'date', at: '2018-11-15' },
      filter: [{ column: 'Load_Type', test: 'in', values: ['Light_Load'] }],
    }),
  );
  expect(split?.values.current).toMatchObject({ from: Date.UTC(2018, 10, 15), to: null, as: 'time' });
  const [before, after] = [split?.values.rows.reference, split?.values.rows.current];
  expect((before?.kept ?? 0) + (after?.kept ?? 0)).toBe(before?.all);
  expect([filter?.values.rows.reference?.all, filter?.values.rows.current?.all]).toEqual([before?.kept, after?.kept]);
});

const columnNames = (text: string): string[] => (text.split('\n')[0] ?? '').trim().split(',');
const rowsIn = (text: string): number => text.trimEnd().split('\n').length - 1;
const fieldsOf = (text: string, row: number): Map<string, string> => {
  const fields = (text.split('\n')[row] ?? '').trim().split(',');
  return new Map(columnNames(text).map((name, i) => [name, fields[i] ?? '']));
};

/** Rows to review have the numbers that they have in their file. */
function expectFileRows({ columns }: Report, texts: Files, holds: Holds): void {
  const rows = columns.flatMap(({ name, drift }) => (drift?.outliers?.rows ?? []).map((row) => ({ name, ...row })));
  expect(rows.length).toBeGreaterThan(0);
  for (const { name, side, row, value } of rows) {
    const fields = fieldsOf(texts[side], row);
    expect([Number(fields.get(name)), holds(fields)], `${name}, row ${String(row)}`).toEqual([value, true]);
  }
}

describe('what cannot be filtered by', () => {
  const text = 'a,"x ""; DROP TABLE data; --",__proto__\n1,<script>,u\n2,b,v\n3,b,u\n4,c,u';
  const names = { hostile: 'x "; DROP TABLE data; --', proto: '__proto__' };
  const run = async (config: ConfigInput, current = text): Promise<Report> =>
    reportOn(await openBoth({ reference: text, current }), parseConfig(config));

  test('hostile names and values are ordinary', async () => {
    const filter: Filter = [
      { column: names.hostile, test: 'in', values: ['<script>', "b'; --", 'b'] },
      { column: names.proto, test: 'equals', value: 'u' },
    ];
    const report = await run({ filter });
    expect(report.filter?.values.rows.current).toEqual({ kept: 2, all: 4 });
    expect(report.filter?.text).toContain('“__proto__” is “u”: 2 of 4 and 2 of 4.');
  });

  test('no row, no such column, a column of one file', async () => {
    await expect(run({ filter: [{ column: 'a', test: 'range', from: 9 }] })).rejects.toMatchObject({
      code: 'no-rows',
      values: { source: 'filter' },
      file: 'reference.csv',
    });
    await expect(run({ filter: [{ column: 'b', test: 'missing' }] })).rejects.toMatchObject({
      values: { problem: 'unknown-column', path: 'config.filter[0].column', suggestion: null },
    });
    const other = text.replace('a,', 'z,');
    await expect(run({ filter: [{ column: 'a', test: 'range', from: 0 }] }, other)).rejects.toMatchObject({
      values: { problem: 'filter-one-file', column: 'a' },
    });
    await expect(run({ split: { column: 'a', at: 2 } })).rejects.toMatchObject({
      values: { problem: 'split-two-files' },
    });
  });
});
