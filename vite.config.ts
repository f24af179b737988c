import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mergeConfig } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { duckdbWorker } from './tools/build/duckdb-worker.ts';
import { handbook } from './tools/build/handbook.ts';
import { leanEngine } from './tools/build/lean-engine.ts';
import { offline } from './tools/build/offline.ts';
import { seal } from './tools/build/seal.ts';
import { singleFile } from './tools/build/single-file.ts';
import { startScreen } from './tools/build/start-screen.ts';
import { viewer } from './tools/build/viewer.ts';

/** What a build would say of itself otherwise is longer than the address that `npm start` prints at its end. */
const quiet: ViteUserConfig = { logLevel: 'warn', build: { reportCompressedSize: false } };

/** Of the single file's form: Vite's own helper asks for an address that nothing is fetched from there. */
const checks = { emptyImportMeta: false, bundlerTimings: false };

const shared: ViteUserConfig = {
  base: './',
  plugins: [svelte(), leanEngine(), seal(), handbook(), viewer()],
  worker: {
    format: 'es',
    plugins: () => [duckdbWorker()],
    // DuckDB's worker holds some, all behind features that the lockdown and the page's policy refuse.
    rolldownOptions: { checks: { ...checks, eval: false } },
  },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm', 'parquet-wasm'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 2000, rolldownOptions: { checks } },
  test: {
    expect: { requireAssertions: true },
    // By default one core is left alone, which on a machine of two doubles the time.
    maxWorkers: '100%',
    // A file's modules and engines take longer to load than most of its tests.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/charts/**'],
          testTimeout: 180_000,
          setupFiles: ['test/each-file.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'figures', environment: 'node', include: ['test/charts/**/*.test.ts'] },
      },
    ],
  },
};

const site: ViteUserConfig = { plugins: [startScreen(), offline()] };

/** The same app as one file: classic workers without imports, nothing split, all addresses names inside the file. */
const oneFile: ViteUserConfig = {
  plugins: [singleFile()],
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
  experimental: {
    renderBuiltUrl: (name, { hostType }) =>
      hostType === 'js' ? { runtime: JSON.stringify(name) } : { relative: true },
  },
  build: {
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: (file) => file.endsWith('.woff2'),
    rolldownOptions: { output: { codeSplitting: false } },
  },
};

export default defineConfig(({ command, mode }) =>
  mergeConfig(command === 'build' ? mergeConfig(shared, quiet) : shared, mode === 'single-file' ? oneFile : site),
);
