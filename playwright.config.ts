import { defineConfig } from '@playwright/test';
import { onFailure } from './tests/drive/on-failure.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  testIgnore: '**/firefox/**',
  outputDir: '.output/test/e2e',
  // Each worker has a browser and a sandbox of its own. A test waits about half of its time, so two
  // workers keep two cores busy.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  // What a page shows comes through the worker, which a busy machine may start late.
  expect: { timeout: 15_000 },
  use: onFailure,
});
