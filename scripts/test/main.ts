import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setUp, setUpBrowser, setUpFirefox } from '../setup.ts';
import { explanationOf, isStopped, root, runMain, took } from '../steps.ts';
import { choose } from './choose.ts';
import { Live } from './live.ts';
import { type Report, slowest } from './report.ts';
import { type Result, schedule } from './schedule.ts';
import type { Choice, Suite } from './suites.ts';

const NO_TESTS: Report = { passed: 0, failed: 0, tests: [] };

/** A run of several suites, and what came of it. */
class Run {
  passed = 0;
  failed = 0;
  readonly #live = new Live();
  readonly #slowest: string[] = [];

  /** Runs one suite, and prints all that it printed once it has ended. */
  async suite(suite: Suite, choice: Choice): Promise<Result> {
    const start = performance.now();
    this.#live.started(suite.name, suite.title);
    let output = '';
    let error: unknown;
    try {
      output = (await suite.run(choice)).trim();
    } catch (thrown) {
      error = thrown;
      output = explanationOf(thrown).trim();
    }
    const report = await this.#reportOf(suite);
    const { passed, failed, tests } = report;
    this.passed += passed;
    // A failure that is no test's must show in the sum too.
    this.failed += error !== undefined && failed === 0 ? 1 : failed;
    if (tests.length > 0) this.#slowest.push(`\nSlowest: ${suite.title}`, ...slowest(tests));
    const end = `${suite.title} … ${error === undefined ? '' : 'failed, '}${took(start)}`;
    this.#live.ended(suite.name, output === '' ? end : `\n${output}\n${end}\n`);
    return error === undefined ? 'passed' : 'failed';
  }

  drop({ title }: Suite, missing: string): void {
    this.#live.print(`${title} … not run, since ${missing} did not pass`);
    this.failed += 1;
  }

  printSlowest(): void {
    for (const line of this.#slowest) console.log(line);
  }

  async #reportOf(suite: Suite): Promise<Report> {
    // Without a report no test ran; the suite itself then counts as failed.
    return (await suite.report?.().catch(() => NO_TESTS)) ?? NO_TESTS;
  }
}

async function runSuites(chosen: readonly Suite[], choice: Choice): Promise<void> {
  const start = performance.now();
  await setUp();
  const wants = (browser: string): boolean => chosen.some((one) => one.browser === browser);
  if (wants('chromium')) await setUpBrowser();
  const noFirefox = wants('firefox') ? await setUpFirefox() : undefined;
  await rm(join(root, '.output', 'test'), { recursive: true, force: true });

  const isSkipped = ({ browser }: Suite): boolean =>
    noFirefox !== undefined && browser === 'firefox';
  const skipped = chosen.filter(isSkipped);
  for (const { title } of skipped) console.log(`${title} … SKIPPED: ${noFirefox}`);
  const run = new Run();
  const results = await schedule(
    chosen.filter((one) => !isSkipped(one)),
    availableParallelism(),
    {
      run: (suite) => run.suite(suite, choice),
      drop: (suite, missing) => run.drop(suite, missing),
      isStopped,
    },
  );
  run.printSlowest();
  const names = (all: readonly Suite[]): string => all.map(({ name }) => name).join(', ');
  const broken = chosen.filter(({ name }) => results.get(name) === 'failed');
  const left = chosen.filter((one) => !results.has(one.name) && !isSkipped(one));
  if (left.length > 0) console.log(`\nStopped before: ${names(left)}`);
  if (skipped.length > 0) console.log(`\nSkipped, and so not tested: ${names(skipped)}`);
  const all = skipped.length === 0 ? 'All suites passed' : 'All other suites passed';
  const allPassed = broken.length + left.length === 0;
  const noneNamed = choice.name !== undefined && run.passed + run.failed === 0;
  if (noneNamed) run.failed += 1;
  const passed = noneNamed ? `No test has a title with ${choice.name}` : all;
  const end = allPassed ? passed : `Failed: ${names([...broken, ...left])}`;
  console.log(`\n${end}, ${took(start)}`);
  console.log(`${run.passed} passed, ${run.failed} failed`);
  if (!allPassed || run.failed > 0) process.exitCode = 1;
}

// npm test [-- --only=unit,e2e] [-- --name "a title"] [-- --changed]
await runMain(async () => {
  const { suites, choice } = await choose(process.argv.slice(2));
  if (suites.length === 0) console.log('Nothing to run');
  else await runSuites(suites, choice);
});
