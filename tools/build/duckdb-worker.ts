import type { Plugin } from 'vite';

/** DuckDB's worker is nothing but side effects, though its package says that it has none. */
export function duckdbWorker(): Plugin {
  return {
    name: 'duckdb-worker',
    transform: {
      filter: { id: /duckdb-browser-eh\.worker\.js$/ },
      handler: (code) => ({ code, map: null, moduleSideEffects: true }),
    },
  };
}
