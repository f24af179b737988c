import { doubled, escaped, exponential, fractions, tuples, type Dialect } from '../dialect.ts';

/** Spark 3.4 and later, Databricks. Times without a zone are read in the session's, which therefore has to be UTC. */
export const spark: Dialect = {
  id: 'spark',
  folds: null,
  identifier: doubled('`'),
  text: escaped("'"),
  double: (value) => (Number.isFinite(value) ? `(${exponential(value)}D)` : `CAST('${String(value)}' AS DOUBLE)`),
  types: { text: 'STRING', whole: 'BIGINT', double: 'DOUBLE' },
  inlined: 'AS',
  milliseconds: (time) => `unix_micros(CAST(${time} AS TIMESTAMP)) / 1000D`,
  dayText: (day) => `CAST(date_add(DATE '1970-01-01', CAST(${day} AS INT)) AS STRING)`,
  unpivot: ({ source, keep, columns, rows }) =>
    `SELECT ${[...keep, `stack(${[String(rows.length), ...rows.flat()].join(', ')}) AS (${columns.join(', ')})`].join(', ')}\nFROM ${source}`,
  constants: (columns, rows) => `SELECT * FROM VALUES ${tuples(rows)} AS v(${columns.join(', ')})`,
  different: (value) => `approx_count_distinct(${value})`,
  quantiles: (source, bins) =>
    `SELECT c, explode(q) AS x FROM (SELECT c, percentile_approx(x, array(${fractions(bins).join(', ')}), 10000) AS q FROM ${source} GROUP BY c) pl_lists`,
  longest: Infinity,
  mostSums: 1000,
  ending: '',
  beforehand: [
    'SET spark.sql.session.timeZone = UTC',
    // Names may hold ${}.
    'SET spark.sql.variable.substitute = false',
    // It follows what is known of each CASE through each part that builds on it: hours for thirty columns.
    'SET spark.sql.constraintPropagation.enabled = false',
    // Longer methods are not compiled by the JVM, and slow.
    'SET spark.sql.codegen.hugeMethodLimit = 8000',
  ],
};
