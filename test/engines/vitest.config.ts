import { defineConfig } from 'vitest/config';

/** The statements that make summary files, in the engines themselves, as they come from Debian, npm and PyPI. */
export default defineConfig({
  test: {
    name: 'engines',
    environment: 'node',
    include: ['test/engines/*.engine.ts'],
    globalSetup: 'test/engines/setup.ts',
    expect: { requireAssertions: true },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});
