import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Advice, CommandFailed, isStopped, root, runMain, runNode } from '../steps.ts';

/** One run of `npm test`. */
interface Row {
  readonly run: number;
  /** How many busy processes ran beside it. */
  readonly busy: number;
  readonly seconds: number;
  /** The closing line of `npm test`. */
  readonly end: string;
}

const folder = join(root, '.output', 'steady');

/** Starts processes that do nothing but use a core each. */
function startBusy(count: number): ChildProcess[] {
  return Array.from({ length: count }, () =>
    spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
  );
}

/** Runs `npm test` once; a run that fails leaves its log, reports and traces in a folder. */
async function runOnce(
  run: number,
  busy: number,
  args: readonly string[],
): Promise<Row & { readonly failed: boolean }> {
  const start = performance.now();
  const others = startBusy(busy);
  const killOthers = (): void => {
    for (const one of others) one.kill('SIGKILL');
  };
  process.once('exit', killOthers);
  let output: string;
  let failed = false;
  try {
    output = await runNode([join(root, 'scripts/test/main.ts'), ...args]);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    failed = true;
    output = `${error.output}\n${error.message}\n`;
  } finally {
    process.off('exit', killOthers);
    killOthers();
  }
  await writeFile(join(folder, `run-${run}.log`), output);
  if (failed) {
    const kept = join(folder, `run-${run}`);
    await cp(join(root, '.output', 'test'), kept, { recursive: true }).catch(() => undefined);
  }
  const end = /^\d+ passed, \d+ failed$/m.exec(output)?.[0] ?? 'did not end';
  return { run, busy, seconds: Math.round((performance.now() - start) / 1000), end, failed };
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ run, busy, seconds, end }) => `| ${run} | ${busy} | ${seconds} | ${end} |`,
  );
  return [
    '| run | busy processes beside it | seconds | result |',
    '|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function whole(name: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Advice(`--${name} is ${text}, which is no whole number.`);
}

// npm run test:steady [-- --runs 10 --busy-runs 5 --busy 2 --only=e2e --name "a title"]: runs the
// tests many times in a row, the last ones beside busy processes, and ends at the first failure.
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '10' },
      /** How many of the runs have busy processes beside them; half of them by default. */
      'busy-runs': { type: 'string' },
      /** How many busy processes. */
      busy: { type: 'string', default: '2' },
      only: { type: 'string' },
      name: { type: 'string' },
    },
  });
  const runs = whole('runs', values.runs);
  const busyRuns = whole('busy-runs', values['busy-runs'] ?? String(Math.floor(runs / 2)));
  const busy = whole('busy', values.busy);
  const args = [
    ...(values.only === undefined ? [] : ['--only', values.only]),
    ...(values.name === undefined ? [] : ['--name', values.name]),
  ];
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const rows: Row[] = [];
  for (let run = 1; run <= runs && !isStopped(); run += 1) {
    const { failed, ...row } = await runOnce(run, run > runs - busyRuns ? busy : 0, args);
    rows.push(row);
    console.log(`Run ${row.run} of ${runs}: ${row.end}, ${row.seconds} s`);
    if (!failed) continue;
    process.exitCode = 1;
    console.log(
      `\nThe log: .output/steady/run-${run}.log; reports and pictures: .output/steady/run-${run}/`,
    );
    break;
  }
  console.log(`\n${tableOf(rows)}`);
  await writeFile(join(folder, 'table.md'), `${tableOf(rows)}\n`);
});
