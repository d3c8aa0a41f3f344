import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.output/test/e2e',
  // Each test has a browser of its own; more than one at a time makes them wait for each other.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  use: { trace: 'retain-on-failure' },
});
