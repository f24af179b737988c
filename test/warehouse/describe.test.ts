import { describe, expect, test } from 'vitest';
import { isNumberType, typeOfDeclared } from '../../src/warehouse/declared-type.ts';
import { readDescription } from '../../src/warehouse/describe.ts';

/** What engines print of a table, as their own clients write it. */
const printed: Record<string, string> = {
  'a frame of DuckDB': `
┌─────────────┬───────────────┬─────────┬─────────┬─────────┬─────────┐
│ column_name │  column_type  │  null   │   key   │ default │  extra  │
│   varchar   │    varchar    │ varchar │ varchar │ varchar │ varchar │
├─────────────┼───────────────┼─────────┼─────────┼─────────┼─────────┤
│ id          │ BIGINT        │ YES     │ NULL    │ NULL    │ NULL    │
│ a"b c       │ DECIMAL(18,3) │ YES     │ NULL    │ NULL    │ NULL    │
├─────────────┴───────────────┴─────────┴─────────┴─────────┴─────────┤
│ 2 rows                                                    6 columns │
└─────────────────────────────────────────────────────────────────────┘`,
  'psql’s \\d': `                    Table "plant.readings"
 Column |     Type      | Collation | Nullable | Default
--------+---------------+-----------+----------+---------
 id     | BIGINT        |           | not null |
 a"b c  | DECIMAL(18,3) |           |          |
Indexes:
    "readings_pkey" PRIMARY KEY, btree (id)
`,
  'a result in psql': ` column_name |   data_type
-------------+---------------
 id          | BIGINT
 a"b c       | DECIMAL(18,3)
(2 rows)
`,
  'a frame of Spark': `+--------------------+-------------+-------+
|            col_name|    data_type|comment|
+--------------------+-------------+-------+
|                  id|       BIGINT|   NULL|
|               a"b c|DECIMAL(18,3)|   NULL|
|# Partition Information|          |       |
|          # col_name|    data_type|comment|
|                  id|       BIGINT|   NULL|
+--------------------+-------------+-------+`,
  'tabs without heads (spark-sql, ClickHouse)': 'id\tBIGINT\tNULL\na"b c\tDECIMAL(18,3)\tNULL\n',
  'an aligned table of Trino': ` Column |     Type      | Extra | Comment
--------+---------------+-------+---------
 id     | BIGINT        |       |
 a"b c  | DECIMAL(18,3) |       |
(2 rows)`,
  'CSV without heads (Trino)': '"id","BIGINT","",""\n"a""b c","DECIMAL(18,3)","",""\n',
  'CSV with heads': 'table_name,column_name,data_type\nreadings,id,BIGINT\nreadings,"a""b c","DECIMAL(18,3)"\r\n',
  'a frame of ClickHouse': `
┌─name──┬─type──────────┬─default_type─┬─comment─┐
│ id    │ BIGINT        │              │         │
│ a"b c │ DECIMAL(18,3) │              │         │
└───────┴───────────────┴──────────────┴─────────┘`,
  'a frame of Snowflake or BigQuery': `+-------+---------------+--------+-------+
| name  | type          | kind   | null? |
|-------+---------------+--------+-------|
| id    | BIGINT        | COLUMN | Y     |
| a"b c | DECIMAL(18,3) | COLUMN | Y     |
+-------+---------------+--------+-------+`,
  'names and types that somebody typed': 'id BIGINT\n"a""b c"   DECIMAL(18,3)\n',
};

const columns = [
  { name: 'id', declared: 'BIGINT' },
  { name: 'a"b c', declared: 'DECIMAL(18,3)' },
];

describe('the columns of a table are read from', () => {
  test.each(Object.entries(printed))('%s', (_, text) => {
    expect(readDescription(text)).toEqual({ columns, unread: [] });
  });
});

test('a line that is no column is said', () => {
  const { unread } = readDescription('id\tBIGINT\nsomething else\na"b c\tDECIMAL(18,3)\nb\tINT');
  expect(unread).toEqual(['something else']);
  expect(readDescription('')).toEqual({ columns: [], unread: [] });
});

test('a column that is called as a head is a column', () => {
  const { columns: found } = readDescription('column_name,column_type\nname,VARCHAR\ntype,INTEGER\n');
  expect(found.map(({ name }) => name)).toEqual(['name', 'type']);
});

describe('types of every engine are told apart', () => {
  test.each([
    [
      'number',
      'BIGINT int4 int8 INTEGER UInt64 smallint real double_precision Float64 FLOAT8 NUMERIC(10,2) NUMBER(38,0) BIGNUMERIC INT64 hugeint utinyint Nullable(Int32) LowCardinality(Nullable(Float32))',
    ],
    [
      'time',
      'TIMESTAMP timestamp(3)_with_time_zone timestamptz date DATETIME Date32 DateTime64(3) TIMESTAMP_NTZ(9) timestamp_without_time_zone',
    ],
    [
      'category',
      "VARCHAR(20) character_varying string text Enum8('a'=1) FixedString(3) LowCardinality(String) bpchar nvarchar",
    ],
    ['boolean', 'BOOLEAN bool Nullable(Bool)'],
    ['text', 'uuid UUID time interval IPv4'],
    [
      null,
      'INTEGER[] varchar[] STRUCT(a_INTEGER) array<int> map<string,int> JSON jsonb BLOB bytea VARIANT GEOGRAPHY Array(UInt8)',
    ],
  ] as const)('%s', (type, names) => {
    for (const name of names.split(' ')) {
      expect([name, typeOfDeclared(name.replaceAll('_', ' ').replace('TIMESTAMP NTZ', 'TIMESTAMP_NTZ'))]).toEqual([
        name,
        type,
      ]);
    }
  });

  test('times that are kept as numbers', () => {
    expect(['bigint', 'Nullable(Float64)', 'double precision'].map(isNumberType)).toEqual([true, true, true]);
    expect(['interval', 'timestamp', 'int[]', undefined].map((type) => isNumberType(type))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
