import { readFile } from 'node:fs/promises';

/** A test that ran. */
export interface RanTest {
  /** Its file and its titles. */
  readonly name: string;
  readonly milliseconds: number;
}

/** What a test runner wrote about its run. */
export interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly tests: readonly RanTest[];
}

/** The parts of vitest's JSON report that are read here: https://vitest.dev/guide/reporters */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly duration?: number }[];
  }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[];
  }[];
}

/** As `VitestReport`, of Playwright: https://playwright.dev/docs/test-reporters#json-reporter */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
  readonly suites: readonly PlaywrightSuite[];
}

async function read<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/**
 * Reads a JSON report of vitest.
 * @param root The project's folder, which names are shown without.
 */
export async function readVitest(file: string, root: string): Promise<Report> {
  const { numPassedTests, numFailedTests, testResults } = await read<VitestReport>(file);
  const folder = root.replaceAll('\\', '/');
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    tests: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        name: `${name.replaceAll('\\', '/').replace(folder, '')} › ${fullName}`,
        milliseconds: duration ?? 0,
      })),
    ),
  };
}

/** Reads a JSON report of Playwright. A test that passed only when it was tried again has failed. */
export async function readPlaywright(file: string): Promise<Report> {
  const { stats, suites } = await read<PlaywrightReport>(file);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    tests: suites.flatMap((suite) => testsIn(suite, [])),
  };
}

function testsIn({ title, suites, specs }: PlaywrightSuite, above: readonly string[]): RanTest[] {
  // The outermost suite is the file, which its specs name with their line.
  const within = suites?.flatMap((suite) => testsIn(suite, [...above, suite.title])) ?? [];
  const own = (specs ?? []).map((spec) => ({
    name: [`${spec.file || title}:${spec.line}`, ...above, spec.title].join(' › '),
    milliseconds: spec.tests
      .flatMap(({ results }) => results)
      .reduce((sum, { duration }) => sum + duration, 0),
  }));
  return [...own, ...within];
}

/** The ten slowest tests, a line each. */
export function slowest(tests: readonly RanTest[]): string[] {
  return [...tests]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 10)
    .map(({ name, milliseconds }) => `${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${name}`);
}
