import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { duckdbWorker } from './tools/duckdb-worker.ts';
import { handbook } from './tools/handbook.ts';

export default defineConfig({
  base: './',
  plugins: [svelte(), handbook()],
  worker: {
    format: 'es',
    plugins: () => [duckdbWorker()],
    // DuckDB's worker holds some, all behind features that the lockdown and the page's policy refuse.
    rolldownOptions: { checks: { eval: false } },
  },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm', 'parquet-wasm'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{stats,engine,analysis,report,handbook,ui}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'figures', environment: 'node', include: ['test/charts/**/*.test.ts'] },
      },
    ],
  },
});
