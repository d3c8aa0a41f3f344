import { setTimeout as wait } from 'node:timers/promises';
import { draws } from '../../sandbox/data/seeded.ts';
import type { SandboxProcess } from '../../sandbox/process.ts';
import type { Account } from '../../utils/accounts/account.ts';
import type { Outcome } from '../../utils/job/outcome.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import type { ExtensionDriver } from '../drive/chromium/driver.ts';
import { ended, readJournal } from './journal.ts';
import { type Aim, judgeEnded, judgeUnderWay, type SandboxRecord } from './judge.ts';
import { byAddress, byId, neverThere, planOf } from './plan.ts';
import { startPlan } from './rig.ts';

/** What is killed and started again. */
export interface Victim {
  driver(): ExtensionDriver;
  /** Kills it at once. Resolves when pages of the extension can be opened again. */
  kill(): Promise<void>;
  /** Makes the job continue. */
  revive(): Promise<void>;
}

export interface TortureOptions {
  readonly sandbox: SandboxProcess;
  readonly account: Account;
  readonly keyHint: string;
  readonly kills: number;
  readonly images: number;
  readonly seed: number;
  /** The longest time between two kills, in milliseconds. */
  readonly longestLife: number;
}

export interface TortureResult {
  /** Kills while a job was running; others do not count. */
  kills: number;
  jobs: number;
  targets: number;
  calls: number;
  lostAnswers: number;
  throttled: number;
  /** Kills that left a call open that was sent since the previous kill. */
  openSends: number;
  readonly outcomes: Partial<Record<Outcome, number>>;
  readonly problems: string[];
}

/** One target in this many does not exist in VOD. */
const MISSING_EVERY = 100;

/** How long calls that were open at a kill may take to end at the sandbox, in milliseconds. */
const IN_FLIGHT_MS = 250;

/** Runs jobs one after the other until `options.kills` kills have hit the middle of a job. */
export async function torture(victim: Victim, options: TortureOptions): Promise<TortureResult> {
  const draw = draws(options.seed);
  const result: TortureResult = {
    kills: 0,
    jobs: 0,
    targets: 0,
    calls: 0,
    lostAnswers: 0,
    throttled: 0,
    openSends: 0,
    outcomes: {},
    problems: [],
  };
  while (result.kills < options.kills) await oneJob(victim, options, draw, result);
  return result;
}

async function oneJob(
  victim: Victim,
  options: TortureOptions,
  draw: () => number,
  result: TortureResult,
): Promise<void> {
  const { sandbox } = options;
  await sandbox.reset();
  const { aim, existed } = aimOf(options);
  const { id } = aim.plan;
  await startPlan(victim.driver(), aim.plan);
  let killed = 0;
  while (result.kills < options.kills) {
    const aliveSince = Date.now();
    await misbehave(sandbox, draw);
    await wait(draw() * options.longestLife);
    const killedAt = Date.now();
    await victim.kill();
    await wait(IN_FLIGHT_MS);
    const before = await readJournal(victim.driver(), id);
    const record = await recordOf(sandbox);
    const after = await readJournal(victim.driver(), id);
    const found = judgeUnderWay(aim, { before, record, after });
    result.problems.push(
      ...found.map((one) => `job ${result.jobs + 1}, kill ${killed + 1}: ${one}`),
    );
    await victim.revive();
    if ((before.job?.endedAt ?? Number.POSITIVE_INFINITY) <= killedAt) break;
    killed += 1;
    result.kills += 1;
    // Calls that earlier kills left open stay open.
    const fresh = before.sends.some(
      ({ sentAt, answeredAt }) =>
        answeredAt === undefined && sentAt > aliveSince && sentAt <= killedAt,
    );
    if (fresh) result.openSends += 1;
  }
  const journal = await ended(victim.driver(), id, 120_000);
  const record = await recordOf(sandbox);
  const found = judgeEnded(aim, journal, record, existed);
  result.problems.push(...found.map((one) => `job ${result.jobs + 1}, at its end: ${one}`));
  result.jobs += 1;
  result.targets += aim.plan.targets.length;
  const deletions = record.calls.filter(({ action }) => action === 'DeleteImage');
  result.calls += deletions.length;
  result.lostAnswers += deletions.filter(({ answered }) => !answered).length;
  result.throttled += deletions.filter(({ code }) => code === 'Throttling.User').length;
  for (const { outcome } of journal.outcomes) {
    result.outcomes[outcome] = (result.outcomes[outcome] ?? 0) + 1;
  }
  console.log(`job ${result.jobs}: ${killed} kills, ${result.kills} of ${options.kills} in all`);
}

/** Plans half by address, half by id, some missing. The sandbox holds more images than that. */
function aimOf({ sandbox, account, keyHint, images }: TortureOptions): {
  readonly aim: Aim;
  readonly existed: ReadonlySet<string>;
} {
  const [acme] = sandbox.accounts;
  const aimed = acme.images
    .slice(0, images)
    .map((image, at) => (at % MISSING_EVERY === MISSING_EVERY / 2 ? neverThere(image) : image));
  const items = aimed.map((image, at) => (at % 2 === 0 ? byAddress(image) : byId(image.imageId)));
  const plan: Plan = planOf(items, account, keyHint);
  return {
    aim: { plan, paths: aimed.map(({ path }) => path) },
    existed: new Set(acme.images.map(({ path }) => path)),
  };
}

async function misbehave(sandbox: SandboxProcess, draw: () => number): Promise<void> {
  const times = 1 + Math.floor(draw() * 3);
  const action = 'DeleteImage';
  const kind = draw();
  if (kind < 0.4) await sandbox.setFault('drop-answer', { times, action });
  else if (kind < 0.6) await sandbox.setFault('throttle', { times, action, retryAfter: 100 });
  else if (kind < 0.7) await sandbox.setFault('5xx', { times, action });
  else if (kind < 0.8) await sandbox.setFault('drop-connection', { times, action });
}

async function recordOf(sandbox: SandboxProcess): Promise<SandboxRecord> {
  const gone = new Set(await sandbox.gone());
  return { gone, calls: await sandbox.calls() };
}
