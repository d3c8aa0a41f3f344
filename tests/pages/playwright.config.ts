import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';
import { onFailure } from '../drive/on-failure.ts';

const { path } = await findBrowser({ mayInstall: false });

export default defineConfig({
  testDir: '.',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  outputDir: '../../.output/test/pages',
  use: {
    ...onFailure,
    browserName: 'chromium',
    launchOptions: {
      executablePath: path,
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
