import { duckdb } from '../../src/warehouse/dialects/duckdb.ts';

/** How DuckDB reads a saved result: every cell of a text table as text, so that a category "1" stays one. */
export function reader(path: string): string {
  if (!/\.(csv|tsv|txt)(\.gz)?$/i.test(path)) return duckdb.files?.([path]) ?? '';
  return `read_csv(${duckdb.text(path)}, header = true, all_varchar = true)`;
}

/** Names in a sentence. */
export const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
