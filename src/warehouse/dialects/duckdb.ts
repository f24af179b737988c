import { columnsOf, doubled, exponential, fractions, type Dialect } from '../dialect.ts';

const text = doubled("'");

/** DuckDB 1.x. Lists that are unnested side by side are the quickest way to take rows apart; joins to VALUES are not. */
export const duckdb: Dialect = {
  id: 'duckdb',
  folds: null,
  identifier: doubled('"'),
  text,
  double: (value) => (Number.isFinite(value) ? `(${exponential(value)})` : `CAST('${String(value)}' AS DOUBLE)`),
  types: { text: 'VARCHAR', whole: 'BIGINT', double: 'DOUBLE' },
  files: (paths) => {
    const list = `[${paths.map(text).join(', ')}]`;
    const allEnd = (endings: RegExp): boolean => paths.every((path) => endings.test(path));
    if (allEnd(/\.(csv|tsv|txt)(\.gz)?$/i)) return `read_csv(${list})`;
    return allEnd(/\.(json|jsonl|ndjson)(\.gz)?$/i) ? `read_json(${list})` : `read_parquet(${list})`;
  },
  inlined: 'AS NOT MATERIALIZED',
  milliseconds: (time) => `epoch_us(${time}) / 1e3`,
  dayText: (day) => `CAST(DATE '1970-01-01' + CAST(${day} AS INTEGER) AS VARCHAR)`,
  unpivot: ({ source, keep, columns, rows }) =>
    `SELECT ${[...keep, ...columnsOf(columns, rows).map((list, index) => `unnest([${list}]) AS ${columns[index] ?? ''}`)].join(', ')}\nFROM ${source}`,
  constants: (columns, rows) =>
    `SELECT ${columnsOf(columns, rows)
      .map((list, index) => `unnest([${list}]) AS ${columns[index] ?? ''}`)
      .join(', ')}`,
  different: (value) => `approx_count_distinct(${value})`,
  quantiles: (source, bins) =>
    `SELECT c, unnest(q) AS x FROM (SELECT c, approx_quantile(x, [${fractions(bins).join(', ')}]) AS q FROM ${source} GROUP BY c)`,
  longest: Infinity,
  mostSums: 4000,
  ending: '',
  beforehand: [],
};
