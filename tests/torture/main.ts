import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandboxProcess } from '../../sandbox/process.ts';
import { findBrowser } from '../../scripts/browser.ts';
import { type TortureResult, torture } from './kills.ts';
import { tableOf } from './report.ts';
import { accountOf } from './rig.ts';
import { browserVictim, type ReadyVictim, workerVictim } from './victims.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    'browser-kills': { type: 'string', default: '10' },
    images: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** The file to write the result to, as Markdown; it is also printed. */
    report: { type: 'string' },
  },
});
const images = Number(values.images);
const seed = Number(values.seed);

const { path: executable, version } = await findBrowser({ mayInstall: false });
// More images than the plans name, to notice one that is deleted by mistake.
const sandbox = await startSandboxProcess({ seed, images: images + 50, latency: 120 });
const profile = await mkdtemp(join(tmpdir(), 'vodsweep-torture-'));
const results: (readonly [string, TortureResult])[] = [];
try {
  const account = accountOf(sandbox.accounts[0]);
  const run = async (name: string, victim: ReadyVictim, kills: number, longestLife: number) => {
    console.log(`${name} killed in the middle of jobs:`);
    const { keyHint } = victim;
    const options = { sandbox, images, seed, account, keyHint, kills, longestLife };
    results.push([name, await torture(victim, options)]);
    await victim.close();
  };
  const workerKills = Number(values.kills);
  if (workerKills > 0) {
    await run('worker', await workerVictim(sandbox, executable, account), workerKills, 600);
  }
  const browserKills = Number(values['browser-kills']);
  if (browserKills > 0) {
    const victim = await browserVictim(sandbox, executable, account, profile);
    await run('browser (SIGKILL)', victim, browserKills, 1500);
  }
} finally {
  await sandbox.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

const table = tableOf(results, { images, seed, version });
console.log(`\n${table}`);
if (values.report !== undefined) await writeFile(values.report, table);
const problems = results.flatMap(([, { problems: found }]) => found);
for (const one of problems.slice(0, 40)) console.error(one);
console.log(problems.length === 0 ? 'Nothing lost, nothing wrong.' : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
