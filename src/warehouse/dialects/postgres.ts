import { doubled, escaped, exponential, fractions, tuples, type Dialect } from '../dialect.ts';

/** PostgreSQL 14 and later. */
export const postgres: Dialect = {
  id: 'postgres',
  folds: 'lower',
  identifier: doubled('"'),
  text: (value) => (value.includes('\\') ? `E${escaped("'")(value)}` : doubled("'")(value)),
  double: (value) => `CAST('${Number.isFinite(value) ? exponential(value) : String(value)}' AS double precision)`,
  types: { text: 'text', whole: 'bigint', double: 'double precision' },
  inlined: 'AS NOT MATERIALIZED',
  milliseconds: (time) => `extract(epoch FROM ${time}) * 1000`,
  dayText: (day) => `to_char(DATE '1970-01-01' + CAST(${day} AS integer), 'YYYY-MM-DD')`,
  unpivot: ({ source, keep, columns, rows }) =>
    `SELECT ${[...keep, 'u.*'].join(', ')}\nFROM ${source} CROSS JOIN LATERAL (VALUES ${tuples(rows)}) AS u(${columns.join(', ')})`,
  constants: (columns, rows) => `SELECT * FROM (VALUES ${tuples(rows)}) AS v(${columns.join(', ')})`,
  different: (value) => `count(DISTINCT ${value})`,
  quantiles: (source, bins) =>
    `SELECT c, unnest(q) AS x FROM (SELECT c, percentile_disc(CAST(ARRAY[${fractions(bins).join(', ')}] AS double precision[])) WITHIN GROUP (ORDER BY x) AS q FROM ${source} GROUP BY c) pl_lists`,
  longest: Infinity,
  mostSums: 1500,
  ending: '',
  // To compile so many expressions takes longer than to read a table by them.
  beforehand: ['SET jit = off'],
};
