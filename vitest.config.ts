import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{utils,components,sandbox,scripts,entrypoints,tests}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
