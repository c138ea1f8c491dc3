import { defineConfig } from 'vitest/config';

// Started by scripts/browser-test.mjs. One browser, one file after the other: the service under test has state.
export default defineConfig({
  test: {
    include: ['test/browser/**/*.browser.ts'],
    environment: 'node',
    fileParallelism: false,
    // The tests tell one story: after a failure the rest would only fail for the same reason.
    bail: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
