import type { Warehouse } from '../../facts/warehouses.ts';
import type { Dialect } from '../dialect.ts';
import { bigquery } from './bigquery.ts';
import { clickhouse } from './clickhouse.ts';
import { duckdb } from './duckdb.ts';
import { postgres } from './postgres.ts';
import { snowflake } from './snowflake.ts';
import { spark } from './spark.ts';
import { trino } from './trino.ts';

export const DIALECTS: Record<Warehouse, Dialect> = {
  duckdb,
  spark,
  trino,
  postgres,
  clickhouse,
  bigquery,
  snowflake,
};
