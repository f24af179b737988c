import { escaped, exponential, type Dialect } from '../dialect.ts';

/** A list of structs; the first one names its fields. */
const structs = (columns: readonly string[], [first = [], ...rest]: readonly (readonly string[])[]): string => {
  const named = first.map((cell, index) => `${cell} AS ${columns[index] ?? ''}`).join(', ');
  return `[STRUCT(${named})${rest.map((row) => `, STRUCT(${row.join(', ')})`).join('')}]`;
};

/** BigQuery's GoogleSQL. */
export const bigquery: Dialect = {
  id: 'bigquery',
  folds: null,
  identifier: escaped('`'),
  text: escaped("'"),
  double: (value) => {
    if (Number.isFinite(value)) return `(${exponential(value)})`;
    return `CAST('${value < 0 ? '-inf' : 'inf'}' AS FLOAT64)`;
  },
  types: { text: 'STRING', whole: 'INT64', double: 'FLOAT64' },
  inlined: 'AS',
  milliseconds: (time) => `UNIX_MICROS(TIMESTAMP(${time})) / 1000`,
  dayText: (day) => `CAST(DATE_ADD(DATE '1970-01-01', INTERVAL ${day} DAY) AS STRING)`,
  unpivot: ({ source, keep, columns, rows }) =>
    `SELECT ${[...keep, ...columns.map((name) => `u.${name}`)].join(', ')}\nFROM ${source} CROSS JOIN UNNEST(${structs(columns, rows)}) AS u`,
  constants: (columns, rows) => `SELECT * FROM UNNEST(${structs(columns, rows)})`,
  different: (value) => `APPROX_COUNT_DISTINCT(${value})`,
  quantiles: (source, bins) =>
    `SELECT c, x FROM (SELECT c, APPROX_QUANTILES(x, ${String(bins)}) AS q FROM ${source} GROUP BY c) pl_lists CROSS JOIN UNNEST(q) AS x`,
  longest: 1_000_000,
  mostSums: 1000,
  ending: '',
  beforehand: [],
};
