import { defineConfig, mergeConfig } from 'vite';
import { singleFile } from './tools/single-file.ts';
import site from './vite.config.ts';

/** The same app as one file: classic workers without imports, nothing split, all addresses names inside the file. */
export default mergeConfig(
  site,
  defineConfig({
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
  }),
);
