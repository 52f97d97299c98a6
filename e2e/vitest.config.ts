import { defineConfig } from 'vitest/config';

/** One file after the other: each has a local org and a browser of its own. */
export default defineConfig({ test: { fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000 } });
