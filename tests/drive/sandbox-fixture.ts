import { test as base } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

/** Playwright's `test` with one sandbox for each Playwright worker. */
export const test = base.extend<{ sandbox: Sandbox }, { workerSandbox: Sandbox }>({
  /** The sandbox as the last test left it. */
  workerSandbox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
    async ({}, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  /** The sandbox, reset to its data at the start. */
  sandbox: async ({ workerSandbox }, use) => {
    workerSandbox.reset();
    await use(workerSandbox);
  },
});

export { expect } from '@playwright/test';
