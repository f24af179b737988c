import { describe, expect, test } from 'vitest';
import { requestOf, type Asked, type AskedColumn, type AskedProblem } from '../../src/ui/warehouse/asked.ts';
import { describedColumns, sampledColumns, withChoices } from '../../src/ui/warehouse/given-columns.ts';
import { fieldOf, problemText } from '../../src/ui/warehouse/problem-text.ts';
import { USUAL_REQUEST } from '../../src/warehouse/request.ts';

const column = (name: string, changes: Partial<AskedColumn> = {}): AskedColumn => ({
  ...{ name, declared: 'double', type: 'number', role: 'feature', ofClass: '' },
  ...changes,
});

const asked = (changes: Partial<Asked> = {}): Asked => ({
  ...{ engine: 'spark', source: 'table', table: 'plant.readings', path: '' },
  ...{ columns: [column('x')], bins: USUAL_REQUEST.bins, stretch: USUAL_REQUEST.stretch },
  ...changes,
});

const problemsOf = (changes: Partial<Asked>): AskedProblem[] => {
  const outcome = requestOf(asked(changes));
  return 'problems' in outcome ? outcome.problems : [];
};

describe('what the fields ask for', () => {
  test('columns by their roles: ignored ones are not counted, the segment is counted like a feature', () => {
    const columns = [
      column('t', { declared: 'timestamp', type: 'time', role: 'time' }),
      column('__proto__', { type: 'category', role: 'segment', declared: null }),
      column('p', { role: 'probability', ofClass: 'a "b"' }),
      column('left out', { role: 'ignored' }),
    ];
    expect(requestOf(asked({ columns }))).toEqual({
      request: {
        ...USUAL_REQUEST,
        source: { table: ['plant', 'readings'] },
        columns: [
          { name: 't', declared: 'timestamp', type: 'time', role: 'time' },
          { name: '__proto__', type: 'category', role: 'feature' },
          { name: 'p', declared: 'double', type: 'number', role: 'probability', ofClass: 'a "b"' },
        ],
        time: 't',
        segment: '__proto__',
      },
    });
  });

  test('a table’s name is folded as its engine does; files are for DuckDB alone', () => {
    const sourceOf = (changes: Partial<Asked>) => {
      const outcome = requestOf(asked(changes));
      return 'request' in outcome ? outcome.request.source : null;
    };
    expect(sourceOf({ engine: 'snowflake', table: ' plant."Odd name" ' })).toEqual({ table: ['PLANT', 'Odd name'] });
    expect(sourceOf({ engine: 'duckdb', source: 'file', path: "it's/*.parquet" })).toEqual({
      files: ["it's/*.parquet"],
    });
    expect(sourceOf({ engine: 'spark', source: 'file', path: 'a.parquet' })).toEqual({ table: ['plant', 'readings'] });
  });

  test.each<[Partial<Asked>, AskedProblem[], ReturnType<typeof fieldOf>]>([
    [{ table: ' ' }, [{ kind: 'no-source', source: 'table' }], 'place'],
    [{ engine: 'duckdb', source: 'file' }, [{ kind: 'no-source', source: 'file' }], 'place'],
    [{ table: 'plant..x' }, [{ kind: 'not-a-table', name: 'plant..x' }], 'place'],
    [{ columns: [] }, [{ kind: 'no-columns' }], 'columns'],
    [
      { columns: [column('a', { role: 'ignored' }), column('')] },
      [{ kind: 'column-without-name', place: 1 }],
      'columns',
    ],
    [{ columns: [column('a'), column('a')] }, [{ kind: 'column-twice', name: 'a' }], 'columns'],
    [
      { columns: [column('a', { role: 'segment' }), column('b', { role: 'segment' })] },
      [{ kind: 'segment-twice', names: ['a', 'b'] }],
      'columns',
    ],
    [{ columns: [column('p', { role: 'probability' })] }, [{ kind: 'class-missing', name: 'p' }], 'columns'],
    [
      { columns: [column('x', { role: 'time' })] },
      [{ kind: 'time-of-another-type', name: 'x', type: 'number' }],
      'columns',
    ],
    [
      { columns: [column('a', { role: 'target' }), column('b', { role: 'target' })] },
      [{ kind: 'role-twice', role: 'target', names: ['a', 'b'] }],
      'columns',
    ],
    [{ bins: 1.5 }, [{ kind: 'not-a-number-of', setting: 'bins', value: 1.5 }], 'grain'],
    [{ stretch: 7000 }, [{ kind: 'not-a-number-of', setting: 'stretch', value: 7000 }], 'grain'],
  ])('what cannot be is said beside its field: %j', (changes, problems, field) => {
    expect(problemsOf(changes)).toEqual(problems);
    for (const problem of problems) {
      expect(fieldOf(problem)).toBe(field);
      expect(problemText(problem)).toMatch(/^\S.*\.$/);
      if ('name' in problem) expect(problemText(problem)).toContain(`“${problem.name}”`);
      if ('names' in problem) expect(problemText(problem)).toContain('“a” and “b”');
    }
  });

  test('the place of a column without a name is that among all that are shown', () => {
    const [problem] = problemsOf({ columns: [column('a', { role: 'ignored' }), column('')] });
    expect(problem && problemText(problem)).toContain('Column 2 ');
  });
});

const SPARK = `
+-----------------+-------------+-------+
|col_name         |data_type    |comment|
+-----------------+-------------+-------+
|when             |timestamp    |null   |
|constructor      |string       |null   |
|y                |double       |null   |
|prediction       |double       |null   |
|tags             |array<string>|null   |
|no type          |             |null   |
+-----------------+-------------+-------+
`;

describe('columns that are given', () => {
  test('a description says names and types; roles go by names, what is no single value is left out', () => {
    const { columns, unread } = describedColumns(SPARK);
    expect(columns.map(({ name, type, role }) => [name, type, role])).toEqual([
      ['when', 'time', 'time'],
      ['constructor', 'category', 'feature'],
      ['y', 'number', 'target'],
      ['prediction', 'number', 'prediction'],
      ['tags', 'text', 'ignored'],
    ]);
    expect(unread).toEqual([expect.stringContaining('no type')]);
  });

  test('a sample says what its columns are', () => {
    const sample = [
      { name: 'id', type: 'identifier', role: 'id' },
      { name: 'at', type: 'datetime', role: 'time' },
    ] as const;
    expect(sampledColumns(sample)).toEqual([
      { name: 'id', declared: null, type: 'text', role: 'feature', ofClass: '' },
      { name: 'at', declared: null, type: 'time', role: 'time', ofClass: '' },
    ]);
  });

  test('what was chosen stays where a column is the same', () => {
    const before = [column('a', { role: 'target' }), column('b', { role: 'segment' })];
    const now = [column('b', { declared: 'string' }), column('a'), column('__proto__')];
    expect(withChoices(now, before).map(({ role }) => role)).toEqual(['feature', 'target', 'feature']);
  });
});
