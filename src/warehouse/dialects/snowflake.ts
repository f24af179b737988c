import { doubled, escaped, exponential, fractions, tuples, type Dialect } from '../dialect.ts';

/** One VALUES holds no more rows. */
const MOST_ROWS = 10_000;

const zoned = (declared = ''): boolean => /ltz|_tz|timestamptz|time zone/i.test(declared);

/** Snowflake. A table is taken apart by a SELECT a row: each reads its own column alone, and no number goes through a VARIANT. */
export const snowflake: Dialect = {
  id: 'snowflake',
  folds: 'upper',
  identifier: doubled('"'),
  text: escaped("'"),
  double: (value) => {
    if (Number.isFinite(value)) return `CAST('${exponential(value)}' AS DOUBLE)`;
    return `CAST('${value < 0 ? '-inf' : 'inf'}' AS DOUBLE)`;
  },
  types: { text: 'VARCHAR', whole: 'BIGINT', double: 'DOUBLE' },
  inlined: 'AS',
  milliseconds: (time, declared) =>
    `DATE_PART(EPOCH_MICROSECOND, ${zoned(declared) ? time : `CAST(${time} AS TIMESTAMP_NTZ)`}) / 1000`,
  dayText: (day) => `TO_CHAR(DATEADD(DAY, ${day}, DATE '1970-01-01'), 'YYYY-MM-DD')`,
  unpivot: ({ source, keep, columns, rows }) =>
    rows
      .map((row) => {
        const cells = row.map((cell, index) => `${cell} AS ${columns[index] ?? ''}`);
        return `SELECT ${[...keep, ...cells].join(', ')} FROM ${source}`;
      })
      .join('\nUNION ALL\n'),
  constants: (columns, rows) => {
    const cells = columns.map((name, index) => `column${String(index + 1)} AS ${name}`).join(', ');
    const pieces = Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, index) =>
      rows.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS),
    );
    return pieces.map((piece) => `SELECT ${cells} FROM VALUES ${tuples(piece)}`).join('\nUNION ALL\n');
  },
  different: (value) => `APPROX_COUNT_DISTINCT(${value})`,
  quantiles: (source, bins) =>
    `SELECT c, APPROX_PERCENTILE_ESTIMATE(state, part) AS x FROM (SELECT c, APPROX_PERCENTILE_ACCUMULATE(x) AS state FROM ${source} GROUP BY c) pl_lists CROSS JOIN (SELECT column1 AS part FROM VALUES ${tuples(fractions(bins).map((part) => [part]))}) pl_parts`,
  longest: 1_000_000,
  mostSums: 1000,
  ending: '',
  beforehand: [],
};
