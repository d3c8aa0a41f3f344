import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{utils,components,sandbox,scripts,entrypoints,tests}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/patience.ts', 'tests/components/setup.ts'],
    testTimeout: 20_000,
    expect: { poll: { timeout: 15_000 } },
    // Many tests wait for a sandbox; by itself vitest leaves a core to others.
    maxWorkers: availableParallelism() * 2,
  },
});
