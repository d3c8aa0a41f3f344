import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNode } from '../steps.ts';
import { runTool } from '../tools.ts';
import { type Report, readPlaywright, readVitest } from './report.ts';
import type { Task } from './schedule.ts';

/** Which tests of a suite are to run; without both, all. */
export interface Choice {
  /** Part of a test's titles: a regular expression, as vitest and Playwright take it. */
  readonly name?: string;
  /** A commit: the tests that import a file that was changed since. */
  readonly since?: string;
  /** As `since`, but all tests of suites that run a build, since the product was changed too. */
  readonly productChanged?: boolean;
}

/** A part of `npm test`. */
export interface Suite extends Task {
  /** As in `--only=`. */
  readonly name: string;
  readonly title: string;
  /** The browser it runs in. */
  readonly browser?: 'chromium' | 'firefox';
  /** Whether its tests can be chosen by name. */
  readonly named?: boolean;
  /**
   * @returns What is worth printing although all is well.
   * @throws {CommandFailed} If a test failed or it could not run.
   */
  run(choice: Choice): Promise<string>;
  /** Reads what its tests came to, for suites that consist of tests. */
  report?(): Promise<Report>;
}

const firefoxBuild = '.output/firefox-mv3';

function reportOf(name: string): string {
  return join(root, '.output', 'test', `${name}.json`);
}

/** A colour that a tool prints is kept if a person looks on. */
const colour: Readonly<Record<string, string>> = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};

interface BrowserSuite {
  readonly name: string;
  readonly title: string;
  readonly browser: 'chromium' | 'firefox';
  readonly config: string;
  readonly needs?: readonly string[];
  readonly weight: number;
}

function browserTests({ config, ...suite }: BrowserSuite): Suite {
  const file = reportOf(suite.name);
  return {
    ...suite,
    named: true,
    run: ({ name, since, productChanged }) =>
      runTool(
        'playwright',
        [
          'test',
          '--config',
          config,
          '--reporter=list,json',
          '--pass-with-no-tests',
          ...(name === undefined ? [] : ['--grep', name]),
          ...(since === undefined || productChanged ? [] : [`--only-changed=${since}`]),
        ],
        { env: { ...colour, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
      ),
    report: () => readPlaywright(file),
  };
}

/** The unit tests that read files: what these say of a change, imports do not show. */
async function testsThatRead(): Promise<string[]> {
  const folders = ['utils', 'components', 'sandbox', 'scripts', 'entrypoints', 'tests'];
  const files = folders.map(async (folder) => {
    const entries = await readdir(join(root, folder), { recursive: true });
    return entries.filter((entry) => /\.test\.tsx?$/.test(entry)).map((one) => join(folder, one));
  });
  const all = (await Promise.all(files)).flat();
  const texts = await Promise.all(all.map((file) => readFile(join(root, file), 'utf8')));
  return all.filter((_, index) => texts[index]?.includes("from 'node:fs"));
}

async function unitTests({ name, since }: Choice): Promise<string> {
  const vitest = (report: string, ...chosen: readonly string[]): Promise<string> =>
    runTool(
      'vitest',
      [
        'run',
        '--passWithNoTests',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportOf(report)}`,
        ...(name === undefined ? [] : ['--testNamePattern', name]),
        ...chosen,
      ],
      { env: colour },
    );
  if (since === undefined) return vitest('unit');
  const read = await testsThatRead();
  const others = read.map((file) => `--exclude=${file.replaceAll('\\', '/')}`);
  const output = await vitest('unit', `--changed=${since}`, ...others);
  return output + (await vitest('unit-that-read', ...read));
}

async function unitReport(): Promise<Report> {
  const [report, more] = await Promise.all([
    readVitest(reportOf('unit'), root),
    readVitest(reportOf('unit-that-read'), root).catch(() => undefined),
  ]);
  if (more === undefined) return report;
  return {
    passed: report.passed + more.passed,
    failed: report.failed + more.failed,
    tests: [...report.tests, ...more.tests],
  };
}

async function quietly(work: Promise<string>): Promise<string> {
  await work;
  return '';
}

/** web-ext prints a notice only if there is something to say besides its summary of zeros. */
async function lintAddon(): Promise<string> {
  const output = await runTool('web-ext', ['lint', '--source-dir', firefoxBuild, '--boring']);
  return /^(notices|warnings)\s+[1-9]/m.test(output) ? output.trim() : '';
}

/** All suites. Those that take longest come first among those that can start. */
export const suites: readonly Suite[] = [
  {
    name: 'chrome',
    title: 'Chrome build',
    weight: 1,
    lock: 'wxt',
    run: () => quietly(runTool('wxt', ['build'])),
  },
  {
    name: 'firefox',
    title: 'Firefox build',
    weight: 1,
    // Both builds write the icons that they take over.
    lock: 'wxt',
    run: () => quietly(runTool('wxt', ['build', '-b', 'firefox', '--mv3'])),
  },
  browserTests({
    name: 'e2e',
    title: 'End-to-end tests in Chromium (playwright)',
    browser: 'chromium',
    config: 'playwright.config.ts',
    needs: ['chrome'],
    weight: 1.25,
  }),
  {
    name: 'lint',
    title: 'Format and lint (biome)',
    weight: 0.5,
    run: () => quietly(runTool('biome', ['check', '--error-on-warnings', '.'])),
  },
  {
    name: 'types',
    title: 'Types (tsc)',
    weight: 0.5,
    run: () => quietly(runTool('tsc', ['--noEmit'])),
  },
  {
    name: 'layers',
    title: 'Layer rules',
    weight: 0.5,
    run: () => quietly(runNode([join(root, 'scripts/layers/main.ts')])),
  },
  {
    name: 'unit',
    title: 'Unit tests (vitest)',
    weight: 0.75,
    named: true,
    run: unitTests,
    report: unitReport,
  },
  browserTests({
    name: 'e2e-firefox',
    title: 'End-to-end tests in Firefox (playwright)',
    browser: 'firefox',
    config: 'tests/e2e/firefox/playwright.config.ts',
    needs: ['firefox'],
    weight: 0.75,
  }),
  {
    name: 'torture',
    title: 'Worker and browser killed in the middle of jobs',
    needs: ['chrome'],
    browser: 'chromium',
    weight: 0.75,
    run: () =>
      runNode([join(root, 'tests/torture/main.ts'), '--kills', '10', '--browser-kills', '1']),
  },
  browserTests({
    name: 'pages',
    title: 'Carriers and hostile pages in Chromium (playwright)',
    browser: 'chromium',
    config: 'tests/pages/playwright.config.ts',
    weight: 0.75,
  }),
  {
    name: 'addon',
    title: 'Firefox add-on check (web-ext lint)',
    needs: ['firefox'],
    weight: 0.5,
    run: lintAddon,
  },
];
