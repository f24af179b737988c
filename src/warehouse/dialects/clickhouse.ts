import { columnsOf, escaped, exponential, fractions, tuples, type Dialect } from '../dialect.ts';

/** ClickHouse 24 and later. */
export const clickhouse: Dialect = {
  id: 'clickhouse',
  folds: null,
  identifier: escaped('"'),
  text: escaped("'"),
  double: (value) => {
    if (Number.isFinite(value)) return `(${exponential(value)})`;
    return value < 0 ? '(-inf)' : 'inf';
  },
  types: { text: 'Nullable(String)', whole: 'Nullable(Int64)', double: 'Nullable(Float64)' },
  inlined: 'AS',
  milliseconds: (time) => `toUnixTimestamp64Micro(toDateTime64(${time}, 6, 'UTC')) / 1000`,
  dayText: (day) => `toString(addDays(toDate32('1970-01-01'), ${day}))`,
  unpivot: ({ source, keep, columns, rows }) => {
    const lists = columnsOf(columns, rows).map((list, index) => `[${list}] AS u${String(index)}`);
    const cells = [...keep, ...columns.map((name, index) => `u${String(index)} AS ${name}`)];
    return `SELECT ${cells.join(', ')}\nFROM ${source}\nARRAY JOIN ${lists.join(', ')}`;
  },
  constants: (columns, rows) =>
    `SELECT ${columns.map((name, index) => `t.${String(index + 1)} AS ${name}`).join(', ')} FROM (SELECT arrayJoin([${tuples(rows, 'tuple')}]) AS t)`,
  different: (value) => `uniq(${value})`,
  quantiles: (source, bins) =>
    `SELECT c, arrayJoin(q) AS x FROM (SELECT c, quantilesGK(10000, ${fractions(bins).join(', ')})(x) AS q FROM ${source} GROUP BY c)`,
  longest: 100_000_000,
  mostSums: 1000,
  ending: '\nSETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1',
  beforehand: ['SET max_query_size = 100000000, max_ast_elements = 10000000, max_expanded_ast_elements = 100000000'],
};
