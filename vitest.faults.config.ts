import { defineConfig } from 'vitest/config';

/** The fault harness: minutes, not seconds; `npm run faults`. */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.faults.ts'],
    globalSetup: 'tests/support/temporary-folder.ts',
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
