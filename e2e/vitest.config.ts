import { defineConfig } from 'vitest/config';

/** Two files at a time: each has an org, a port and a browser of its own. */
export default defineConfig({
  test: {
    globalSetup: `${import.meta.dirname}/globalSetup.ts`,
    setupFiles: `${import.meta.dirname}/setup.ts`,
    pool: 'forks',
    maxWorkers: 2,
    minWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 480_000
  }
});
