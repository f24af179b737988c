import { doubled, exponential, fractions, tuples, type Dialect } from '../dialect.ts';

const zoned = (declared = ''): boolean => /with time zone|timestamptz/i.test(declared);

/** Trino, Starburst, Athena. */
export const trino: Dialect = {
  id: 'trino',
  folds: 'lower',
  identifier: doubled('"'),
  text: doubled("'"),
  double: (value) => {
    if (Number.isFinite(value)) return `(${exponential(value).replace('e', 'E')})`;
    return value < 0 ? '(-infinity())' : 'infinity()';
  },
  types: { text: 'VARCHAR', whole: 'BIGINT', double: 'DOUBLE' },
  inlined: 'AS',
  milliseconds: (time, declared) =>
    zoned(declared)
      ? `date_diff('millisecond', TIMESTAMP '1970-01-01 00:00:00 UTC', CAST(${time} AS timestamp(3) with time zone))`
      : `date_diff('millisecond', TIMESTAMP '1970-01-01 00:00:00', CAST(${time} AS timestamp(3)))`,
  dayText: (day) => `CAST(date_add('day', ${day}, DATE '1970-01-01') AS VARCHAR)`,
  unpivot: ({ source, keep, columns, rows }) =>
    `SELECT ${[...keep, ...columns.map((name) => `u.${name}`)].join(', ')}\nFROM ${source} CROSS JOIN UNNEST(ARRAY[${tuples(rows, 'ROW')}]) AS u(${columns.join(', ')})`,
  constants: (columns, rows) => `SELECT * FROM (VALUES ${tuples(rows)}) AS v(${columns.join(', ')})`,
  different: (value) => `approx_distinct(${value})`,
  quantiles: (source, bins) =>
    `SELECT c, u.x FROM (SELECT c, approx_percentile(x, ARRAY[${fractions(bins)
      .map((part) => trino.double(Number(part)))
      .join(', ')}]) AS q FROM ${source} GROUP BY c) pl_lists CROSS JOIN UNNEST(q) AS u(x)`,
  longest: 1_000_000,
  mostSums: 500,
  ending: '',
  beforehand: [],
};
