import { defineConfig } from 'vitest/config';

/** A test opens an org, some a few: on a busy machine that takes longer than the five seconds that Vitest gives by itself. */
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
