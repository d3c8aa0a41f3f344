import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxAccount } from '../../sandbox/inventory.ts';
import type { SandboxProcess } from '../../sandbox/process.ts';
import type { Account } from '../../utils/accounts/account.ts';
import { keyHint } from '../../utils/keys/credentials.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { isRegion } from '../../utils/vod/regions.ts';
import { type ExtensionBrowser, launchBrowser } from '../drive/chromium/browser.ts';
import { ExtensionDriver } from '../drive/chromium/driver.ts';

/** A browser with the extension, and its driver. */
export interface Rig {
  readonly browser: ExtensionBrowser;
  readonly driver: ExtensionDriver;
}

/** Starts a browser with the production build. */
export async function openRig(
  sandbox: SandboxProcess,
  executable: string,
  profile?: string,
): Promise<Rig> {
  const browser = await launchBrowser({
    executable,
    sandbox,
    endOnSignal: false,
    ...(profile !== undefined && { profile }),
  });
  return { browser, driver: new ExtensionDriver(browser) };
}

/**
 * @returns An account of the sandbox as the extension stores it, with a typed key.
 * @throws RangeError if its region is unknown.
 */
export function accountOf(account: SandboxAccount): Account {
  const { name, region, ownDomains } = account;
  if (!isRegion(region)) throw new RangeError(`${region} is no region`);
  return {
    id: 'acme',
    name,
    colour: 'blue',
    region,
    ownDomains: [...ownDomains],
    key: { from: 'session' },
    limits: { largestJob: 20_000, byVideo: true },
  };
}

/**
 * Saves an account with a typed key, as a person does.
 * @returns The hint of the key.
 */
export async function saveTyped(
  driver: ExtensionDriver,
  account: Account,
  { accessKeyId, accessKeySecret }: SandboxAccount,
): Promise<string> {
  const credentials = { accessKeyId, accessKeySecret };
  const fault = await driver.send('saveAccount', { account, credentials });
  if (fault !== undefined) throw new Error(`The account was not saved: ${JSON.stringify(fault)}`);
  return keyHint(accessKeyId);
}

/** Starts a plan as the dialog does, with the number of targets typed. */
export async function startPlan(driver: ExtensionDriver, plan: Plan): Promise<void> {
  const fault = await driver.send('startJob', { plan, typed: plan.targets.length });
  if (fault !== undefined) throw new Error(`The job was not started: ${JSON.stringify(fault)}`);
}

/** Resolves once the worker runs; starts it if it does not. */
export async function wake(driver: ExtensionDriver): Promise<void> {
  await driver.wake();
}

/** Kills the browser of a profile at once, as a loss of power would. */
export async function killBrowser(profile: string): Promise<void> {
  // The lock is a link to `<host>-<process id>`.
  const lock = await readlink(join(profile, 'SingletonLock'));
  process.kill(Number(lock.slice(lock.lastIndexOf('-') + 1)), 'SIGKILL');
}
