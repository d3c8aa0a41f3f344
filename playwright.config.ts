import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: '**/firefox/**',
  outputDir: '.output/test/e2e',
  // Each test has a browser of its own; more than one at a time makes them wait for each other.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  // What a page shows comes through the worker, which a busy machine may start late.
  expect: { timeout: 15_000 },
  use: { trace: 'retain-on-failure' },
});
