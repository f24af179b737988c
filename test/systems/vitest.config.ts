import { defineConfig } from 'vitest/config';

/** Against the real things, as they come from Debian, PyPI and npm; most of their time is waiting, so they go side by side. */
export default defineConfig({
  test: {
    name: 'systems',
    environment: 'node',
    include: ['test/systems/*.system.ts'],
    globalSetup: 'test/systems/setup.ts',
    expect: { requireAssertions: true },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 4,
  },
});
