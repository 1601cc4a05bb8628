import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/temporary-folder.ts',
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 4,
  },
});
