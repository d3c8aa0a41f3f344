import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp, setUpBrowser, setUpFirefox } from './setup.mjs';
import { Advice, explain, root, runMain, step, took } from './steps.mjs';
import { testSteps } from './test-steps.mjs';

/** The steps to run: all, or those asked for with what they need. */
function chosenSteps() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return testSteps;
  const names = values.only.split(',');
  const unknown = names.find((name) => !testSteps.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new Advice(
      `There is no step ${unknown}. Steps: ${testSteps.map((one) => one.name).join(', ')}`,
    );
  }
  const needed = testSteps
    .filter(({ name }) => names.includes(name))
    .flatMap((one) => one.needs ?? []);
  return testSteps.filter(({ name }) => names.includes(name) || needed.includes(name));
}

/** Runs a step; gives the error it ended with, if it did. */
async function attempt({ title, show, run }) {
  const start = performance.now();
  try {
    if (show) {
      console.log(`${title}:`);
      await run();
      console.log(`${title} … ${took(start)}`);
    } else {
      const remarks = await step(title, run);
      if (remarks) console.log(remarks);
    }
    return undefined;
  } catch (error) {
    if (show) console.log(`${title} … failed, ${took(start)}`);
    explain(error);
    return error;
  }
}

async function countOf({ count }) {
  if (!count) return { passed: 0, failed: 0 };
  // Without a report no test ran; the step itself then counts as failed.
  return count().catch(() => ({ passed: 0, failed: 0 }));
}

await runMain(async () => {
  const start = performance.now();
  const chosen = chosenSteps();
  await setUp();
  const wants = (name) => chosen.some(({ browser }) => browser === name);
  if (wants('chromium')) await setUpBrowser();
  const noFirefox = wants('firefox') ? await setUpFirefox() : undefined;
  await rm(join(root, '.output', 'test'), { recursive: true, force: true });

  const broken = [];
  const skipped = [];
  let passed = 0;
  let failed = 0;
  for (const one of chosen) {
    if (noFirefox !== undefined && one.browser === 'firefox') {
      console.log(`${one.title} … SKIPPED: ${noFirefox}`);
      skipped.push(one.name);
      continue;
    }
    const missing = one.needs?.find((name) => broken.includes(name));
    if (missing !== undefined) {
      console.log(`${one.title} … not run, since ${missing} failed`);
      broken.push(one.name);
      continue;
    }
    const error = await attempt(one);
    const counted = await countOf(one);
    passed += counted.passed;
    failed += counted.failed;
    if (!error) continue;
    broken.push(one.name);
    // A failure that no test stands for must show in the sum too.
    if (counted.failed === 0) failed += 1;
  }

  const all = skipped.length === 0 ? 'All steps passed' : 'All other steps passed';
  if (skipped.length > 0) console.log(`\nSkipped, and so not tested: ${skipped.join(', ')}`);
  console.log(broken.length === 0 ? `\n${all}, ${took(start)}` : `\nFailed: ${broken.join(', ')}`);
  console.log(`${passed} passed, ${failed} failed`);
  if (broken.length > 0 || failed > 0) process.exitCode = 1;
});
