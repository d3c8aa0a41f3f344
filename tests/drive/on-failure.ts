import type { PlaywrightWorkerOptions } from '@playwright/test';

/**
 * What is kept of a test that fails, besides the console of its pages. Traces take a sixth of the
 * time, so they are recorded only on demand: `VODSWEEP_TRACE=1 npx playwright test`.
 */
export const onFailure: Pick<PlaywrightWorkerOptions, 'screenshot' | 'trace'> = {
  screenshot: 'only-on-failure',
  trace: process.env.VODSWEEP_TRACE ? 'retain-on-failure' : 'off',
};

/** The same for pages into which the tracer cannot write. */
export const onFailureWithoutSnapshots: Pick<PlaywrightWorkerOptions, 'trace'> = {
  trace: process.env.VODSWEEP_TRACE ? { mode: 'retain-on-failure', snapshots: false } : 'off',
};
