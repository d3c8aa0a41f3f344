import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

const SHOWN = 10;

/** A Playwright reporter that prints the slowest tests of a run at its end. */
export default class Slowest implements Reporter {
  readonly #ran: { readonly milliseconds: number; readonly title: string }[] = [];

  onTestEnd(test: TestCase, { duration }: TestResult): void {
    const [, , file = '', ...names] = test.titlePath();
    this.#ran.push({ milliseconds: duration, title: `${file} › ${names.join(' › ')}` });
  }

  onEnd(): void {
    const slowest = this.#ran
      .toSorted((one, other) => other.milliseconds - one.milliseconds)
      .slice(0, SHOWN);
    if (slowest.length === 0) return;
    console.log(`\nThe ${slowest.length} slowest of ${this.#ran.length} tests:`);
    for (const { milliseconds, title } of slowest) {
      console.log(`${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${title}`);
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
