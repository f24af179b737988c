import { describe, expect, test } from 'vitest';
import type { Finding, Report, ReportColumn } from '../../../src/facts/document/document.ts';
import type { FindingKind } from '../../../src/facts/statements/findings.ts';
import type { RowsAsked } from '../../../src/facts/rows.ts';
import { rowsOfFinding } from '../../../src/report/asked-rows.ts';
import { FINDINGS } from '../../../src/report/findings/findings.ts';

const NAME = '__proto__';

/** Which kinds speak of single rows. */
const SPEAKS: Record<FindingKind, boolean> = {
  'probability-outside': true,
  'probability-sum': true,
  'model-naive': false,
  'concept-drift': false,
  'duplicate-rows': true,
  'empty-rows': true,
  'empty-columns': false,
  'duplicate-columns': false,
  outliers: true,
  'only-in-one-file': false,
  'type-change': true,
  emptied: true,
  missing: true,
  unreadable: true,
  infinite: true,
  constant: false,
  decimals: false,
  'almost-constant': true,
  'leading-zeros-lost': true,
  spellings: true,
  'new-categories': true,
  'vanished-categories': true,
  'out-of-range': true,
};

test('each kind is listed once, with its rows or without any', () => {
  expect(FINDINGS.map(({ kind, rows }) => [kind, rows !== null]).sort()).toEqual(Object.entries(SPEAKS).sort());
});

const counts = { count: 100, missing: 0, infinite: 0, coerced: 0, mostCommon: [], min: null, quantiles: {} };

interface Given {
  type?: ReportColumn['type'];
  reference?: object;
  current?: object;
  distribution?: object | null;
}

const columnOf = ({ type = 'numeric', reference = {}, current = {}, distribution = null }: Given): ReportColumn =>
  ({
    ...{ name: NAME, type, role: 'feature', presentIn: ['reference', 'current'], distribution },
    quality: { reference: { ...counts, ...reference }, current: { ...counts, ...current } },
  }) as unknown as ReportColumn;

/** Categories with their rows, reference first. */
const categories = (rows: Record<string, [number, number]>): Given => ({
  type: 'categorical',
  distribution: {
    kind: 'categorical',
    categories: Object.entries(rows).map(([name, [reference, current]]) => ({ name, counts: { reference, current } })),
    ...{ other: null, appeared: { count: 0, names: [] }, vanished: { count: 0, names: [] } },
  },
});

interface Case {
  finding: Omit<Extract<Finding, { kind: FindingKind }>, 'text' | 'severity'>;
  given?: Given;
  expected: RowsAsked[];
}

const columns = [NAME];
const range = { column: NAME, test: 'range', as: 'number' } as const;
const beyond = (low: number, high: number): RowsAsked => ({
  ...{ side: 'current', columns, ordinary: { column: NAME, form: 'number', low, high } },
  test: {
    test: 'any',
    conditions: [
      { ...range, from: null, to: low },
      { ...range, from: high, to: null, withoutFrom: true },
    ],
  },
});
const having = (side: RowsAsked['side'], values: string[]): RowsAsked => ({
  ...{ side, columns, test: { test: 'all', conditions: [{ column: NAME, test: 'in', values }] } },
});
const missing = (side: RowsAsked['side'], form: 'number' | 'time' | 'text', counted: number): RowsAsked => ({
  ...{ side, columns, counted, test: { test: 'no-value', column: NAME, form } },
});

const cases: [string, Case][] = [
  [
    'values beyond the range: as many as the finding counts',
    {
      finding: {
        ...{ kind: 'out-of-range', column: NAME, rows: 3 },
        values: { reference: { min: 1, max: 2 }, current: { min: 0, max: 9 } },
      },
      expected: [{ ...beyond(1, 2), most: 3 }],
    },
  ],
  [
    'outliers',
    {
      finding: { kind: 'outliers', column: NAME, values: { rows: 2, share: 0.1, low: -1, high: 7, farthest: null } },
      expected: [beyond(-1, 7)],
    },
  ],
  [
    'missing cells, in each file that has some, the current one first',
    {
      finding: { kind: 'missing', column: NAME, values: { share: 0.1, change: null } },
      given: { reference: { missing: 4 }, current: { missing: 5 } },
      expected: [missing('current', 'number', 5), missing('reference', 'number', 4)],
    },
  ],
  [
    'a column that emptied',
    {
      finding: { kind: 'emptied', column: NAME, values: { before: 0, after: 0.9 } },
      given: { type: 'datetime', current: { missing: 90 } },
      expected: [missing('current', 'time', 90)],
    },
  ],
  [
    'cells that could not be read',
    {
      finding: { kind: 'unreadable', column: NAME, values: { side: 'current', cells: 2 } },
      given: { current: { coerced: 2 } },
      expected: [{ side: 'current', columns, counted: 2, test: { test: 'unreadable', column: NAME, form: 'number' } }],
    },
  ],
  [
    'infinite values',
    {
      finding: { kind: 'infinite', column: NAME, values: { side: 'reference', cells: 1 } },
      given: { reference: { infinite: 1 } },
      expected: [{ side: 'reference', columns, counted: 1, test: { test: 'infinite', column: NAME } }],
    },
  ],
  [
    'an almost constant column: the rows with another value',
    {
      finding: { kind: 'almost-constant', column: NAME, values: { share: 0.98, value: { quote: '0.1' } } },
      expected: [
        {
          ...{ side: 'current', columns },
          test: { test: 'all', conditions: [{ column: NAME, test: 'others', values: [0.1] }] },
        },
      ],
    },
  ],
  [
    'new categories',
    {
      finding: { kind: 'new-categories', column: NAME, values: { count: 1, names: [] } },
      expected: [{ side: 'current', columns, test: { test: 'only-here', column: NAME } }],
    },
  ],
  [
    'vanished categories',
    {
      finding: { kind: 'vanished-categories', column: NAME, values: { count: 1, names: [] } },
      expected: [{ side: 'reference', columns, test: { test: 'only-here', column: NAME } }],
    },
  ],
  [
    'spellings: all but the most frequent one of each category, in the file that has them',
    {
      finding: { kind: 'spellings', column: NAME, values: { categories: 2, names: [] } },
      given: categories({ Yes: [5, 9], yes: [0, 2], YES: [1, 0], no: [3, 3], 'No ': [0, 1], maybe: [1, 1] }),
      expected: [having('current', ['yes', 'No ']), having('reference', ['YES'])],
    },
  ],
  [
    'codes whose zeros were lost: the bare ones',
    {
      finding: {
        ...{ kind: 'leading-zeros-lost', column: NAME },
        values: { side: 'current', codes: 1, rows: 2, all: true, code: { quote: '007' }, bare: { quote: '7' } },
      },
      given: categories({ '007': [4, 0], 7: [0, 2], 12: [1, 1] }),
      expected: [having('current', ['7'])],
    },
  ],
  [
    'texts where there were numbers',
    {
      finding: { kind: 'type-change', column: NAME, values: { reference: 'numbers', current: 'texts' } },
      expected: [{ side: 'current', columns, test: { test: 'unreadable', column: NAME, form: 'number' } }],
    },
  ],
  [
    'numbers where there were texts: every row tells',
    {
      finding: { kind: 'type-change', column: NAME, values: { reference: 'yes and no', current: 'numbers' } },
      expected: [],
    },
  ],
  [
    'rows that repeat an earlier one',
    {
      finding: { kind: 'duplicate-rows', values: { rows: 2, share: 0.1 } },
      expected: [{ side: 'current', columns: [], test: { test: 'repeated' } }],
    },
  ],
  [
    'rows without any value',
    {
      finding: { kind: 'empty-rows', values: { rows: 3 } },
      expected: [{ side: 'reference', columns: [], test: { test: 'empty' } }],
    },
  ],
  [
    'probabilities that do not add up',
    {
      finding: { kind: 'probability-sum', values: { side: 'current', rows: 3 } },
      expected: [{ side: 'current', columns, test: { test: 'sum-off', columns, total: 1, tolerance: 0.001 } }],
    },
  ],
  [
    'probabilities that are none',
    {
      finding: { kind: 'probability-outside', values: { side: 'reference', count: 3 } },
      expected: [{ side: 'reference', columns, test: beyond(0, 1).test }],
    },
  ],
];

describe('the rows of a finding', () => {
  test.each(cases)('%s', (_what, { finding, given = {}, expected }) => {
    const report = {
      columns: [columnOf(given)],
      dataset: {
        quality: { reference: { duplicateRows: 0, emptyRows: 3 }, current: { duplicateRows: 2, emptyRows: 0 } },
      },
      performance: { state: 'measured', probabilities: [{ column: NAME, label: 'a' }] },
    } as unknown as Report;
    const stated = { ...finding, text: '', severity: 'low' } as Finding;
    expect(rowsOfFinding(stated, report)).toEqual(expected);
    expect(rowsOfFinding({ ...stated, values: undefined } as unknown as Finding, report)).toEqual([]);
  });

  test('every kind that speaks of rows is tried', () => {
    const tried = new Set(cases.map(([, { finding }]) => finding.kind));
    expect(
      Object.keys(SPEAKS).filter((kind) => SPEAKS[kind as FindingKind] !== tried.has(kind as FindingKind)),
    ).toEqual([]);
  });
});
