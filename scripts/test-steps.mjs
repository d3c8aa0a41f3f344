import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode, runTool } from './node.mjs';
import { root } from './steps.mjs';

/**
 * A step of `npm test`.
 * @typedef {object} TestStep
 * @property {string} name As in `--only=`.
 * @property {string} title
 * @property {readonly string[]} [needs] Steps without which it cannot run.
 * @property {'chromium' | 'firefox'} [browser] The browser it runs in.
 * @property {boolean} [show] Whether it prints as it runs.
 * @property {() => Promise<string>} run Gives what is worth showing though all is well.
 * @property {() => Promise<{passed: number, failed: number}>} [count] Counts the tests it ran.
 */

const firefoxBuild = '.output/firefox-mv3';
const unitReport = '.output/test/unit.json';

async function report(path) {
  return JSON.parse(await readFile(join(root, path), 'utf8'));
}

/** A Playwright suite with its own report, so that each is counted. */
function browserTests({ name, title, browser, config, needs = [] }) {
  const path = `.output/test/${name}.json`;
  return {
    name,
    title,
    needs,
    browser,
    show: true,
    run: () =>
      runTool('playwright', ['test', '--config', config, '--reporter=list,json'], {
        show: true,
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, path) },
      }),
    count: async () => {
      const { stats } = await report(path);
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  };
}

async function quietly(work) {
  await work;
  return '';
}

/** web-ext writes a notice only if there is something to say besides its summary of zeros. */
async function lintAddon() {
  const output = await runTool('web-ext', ['lint', '--source-dir', firefoxBuild, '--boring']);
  return /^(notices|warnings)\s+[1-9]/m.test(output) ? output.trim() : '';
}

/** @type {readonly TestStep[]} */
export const testSteps = [
  {
    name: 'lint',
    title: 'Format and lint (biome)',
    run: () => quietly(runTool('biome', ['check', '--error-on-warnings', '.'])),
  },
  {
    name: 'types',
    title: 'Types (tsc)',
    run: () => quietly(runTool('tsc', ['--noEmit'])),
  },
  {
    name: 'layers',
    title: 'Layer rules',
    run: () => quietly(runNode([join(root, 'scripts/layers/main.ts')])),
  },
  {
    name: 'unit',
    title: 'Unit tests (vitest)',
    show: true,
    run: () =>
      runTool(
        'vitest',
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
        { show: true },
      ),
    count: async () => {
      const { numPassedTests, numFailedTests } = await report(unitReport);
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
  {
    name: 'chrome',
    title: 'Chrome build',
    run: () => quietly(runTool('wxt', ['build'])),
  },
  {
    name: 'firefox',
    title: 'Firefox build',
    run: () => quietly(runTool('wxt', ['build', '-b', 'firefox', '--mv3'])),
  },
  {
    name: 'addon',
    title: 'Firefox add-on check (web-ext lint)',
    needs: ['firefox'],
    run: lintAddon,
  },
  browserTests({
    name: 'pages',
    title: 'Carriers and hostile pages in Chromium (playwright)',
    browser: 'chromium',
    config: 'tests/pages/playwright.config.ts',
  }),
  browserTests({
    name: 'e2e',
    title: 'End-to-end tests in Chromium (playwright)',
    browser: 'chromium',
    config: 'playwright.config.ts',
    needs: ['chrome'],
  }),
  {
    name: 'torture',
    title: 'Worker and browser killed in the middle of jobs',
    needs: ['chrome'],
    browser: 'chromium',
    show: true,
    run: () =>
      runNode([join(root, 'tests/torture/main.ts'), '--kills', '10', '--browser-kills', '1'], {
        show: true,
      }),
  },
  browserTests({
    name: 'e2e-firefox',
    title: 'End-to-end tests in Firefox (playwright)',
    browser: 'firefox',
    config: 'tests/e2e/firefox/playwright.config.ts',
    needs: ['firefox'],
  }),
];
