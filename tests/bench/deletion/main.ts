import { parseArgs } from 'node:util';
import { startSandboxProcess } from '../../../sandbox/process.ts';
import { findBrowser } from '../../../scripts/browser.ts';
import { byId } from '../../torture/plan.ts';
import { oneAtATime } from './baseline.ts';
import { cases } from './cases.ts';
import { rateUse, shares } from './measure.ts';
import { percent, printBaseline, printHead, printRow } from './print.ts';
import { carryOut, openWorker, ownerAmong, type Worker } from './run.ts';

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '10000' },
    videos: { type: 'string', default: '200' },
    /** How many calls an account may make per second; the extension does not know it. */
    limit: { type: 'string', default: '50' },
    /** How many images the baseline deletes one per call; the rest is computed. */
    sample: { type: 'string', default: '500' },
    /** Runs only cases with this text in their name. */
    only: { type: 'string', default: '' },
  },
  strict: false,
});
const images = Number(values.images);
const videos = Number(values.videos);
const limit = Number(values.limit);
const sample = Math.min(Number(values.sample), images);
const only = String(values.only);

const { path: executable, version } = await findBrowser({ mayInstall: false });
const sandbox = await startSandboxProcess({ images, videos, callsPerSecond: limit });
console.log(`${version}; at most ${limit} calls a second, 30 ms each.\n`);
printHead();
const ids = sandbox.accounts[0].images.map(({ imageId }) => imageId);
const worker = await openWorker(sandbox, executable);
for (const { name, items, before } of cases.filter((one) => isWanted(one.name))) {
  await sandbox.reset();
  await before?.(sandbox);
  const all = items(sandbox, { images, videos });
  const done = await carryOut(worker, sandbox, all);
  const use = rateUse(await sandbox.calls(), limit);
  printRow({ name, targets: all.length, use, counts: done.counts, cost: done.cost });
}
if (isWanted('two browsers')) await runTwoBrowsers(worker);
await worker.rig.browser.close();
if (isWanted('baseline')) await runBaseline();
await sandbox.close();

function isWanted(name: string): boolean {
  return name.includes(only);
}

/** Two browsers that share the account delete half of the same ids each. */
async function runTwoBrowsers(first: Worker): Promise<void> {
  await sandbox.reset();
  const second = await openWorker(sandbox, executable);
  const halves = [ids.slice(0, images / 2), ids.slice(images / 2)];
  const both = await Promise.all(
    [first, second].map((one, at) => carryOut(one, sandbox, (halves[at] ?? []).map(byId))),
  );
  const record = await sandbox.calls();
  both.forEach(({ counts, cost }, at) => {
    const mine = record.filter((call) => ownerAmong(halves)(call) === at);
    printRow({
      name: `two browsers, half the ids each: ${at + 1}`,
      targets: halves[at]?.length ?? 0,
      use: rateUse(mine, limit / 2),
      counts,
      cost,
    });
  });
  const [one = Number.NaN, other = Number.NaN] = shares(record, ownerAmong(halves));
  const together = rateUse(record, limit);
  console.log(
    `\nTwo browsers: ${percent(one)} and ${percent(other)} of the calls while both were at work; ` +
      `together ${percent(together.ofLimit)} of the limit, ` +
      `${percent(together.throttled / together.calls)} throttled.`,
  );
  await second.rig.browser.close();
}

async function runBaseline(): Promise<void> {
  await sandbox.reset();
  const twenty = await oneAtATime(sandbox, ids, 20);
  await sandbox.reset();
  const single = await oneAtATime(sandbox, ids.slice(0, sample), 1);
  printBaseline({ images, sample, twenty, single });
}
