import { defineConfig } from '@playwright/test';

// Playwright only runs the tests. Marionette drives Firefox, since Playwright cannot load an
// extension into it.
export default defineConfig({
  testDir: '.',
  // Each worker has a Firefox and a sandbox of its own.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  outputDir: '../../../.output/test/e2e-firefox',
});
