/** Engines that a summary file can be counted on, by their SQL. */
export const WAREHOUSES = ['duckdb', 'spark', 'trino', 'postgres', 'clickhouse', 'bigquery', 'snowflake'] as const;
export type Warehouse = (typeof WAREHOUSES)[number];

/** Those that no test has run a statement on, since they cannot be had here; the others count in tests. */
export const UNTRIED_WAREHOUSES: readonly Warehouse[] = ['trino', 'bigquery', 'snowflake'];
