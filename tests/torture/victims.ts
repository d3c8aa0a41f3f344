import type { SandboxProcess } from '../../sandbox/process.ts';
import type { Account } from '../../utils/accounts/account.ts';
import type { Victim } from './kills.ts';
import { killBrowser, openRig, saveTyped, wake } from './rig.ts';

/** A victim that is ready for a first job. */
export interface ReadyVictim extends Victim {
  /** What the extension shows of its key. */
  readonly keyHint: string;
  close(): Promise<void>;
}

/** @returns The extension's worker, in a browser that is not killed. */
export async function workerVictim(
  sandbox: SandboxProcess,
  executable: string,
  account: Account,
): Promise<ReadyVictim> {
  const { browser, driver } = await openRig(sandbox, executable);
  await driver.setGrace(0);
  const keyHint = await saveTyped(driver, account, sandbox.accounts[0]);
  return {
    keyHint,
    driver: () => driver,
    kill: () => driver.killWorker(),
    // Any message starts it, as opening the popup would.
    revive: () => wake(driver),
    close: () => browser.close(),
  };
}

/**
 * @returns A whole browser with its profile. Its key is kept for the session only, so it is typed
 *   again after each start; the job then continues by itself.
 */
export async function browserVictim(
  sandbox: SandboxProcess,
  executable: string,
  account: Account,
  profile: string,
): Promise<ReadyVictim> {
  let rig = await openRig(sandbox, executable, profile);
  await rig.driver.setGrace(0);
  const keyHint = await saveTyped(rig.driver, account, sandbox.accounts[0]);
  return {
    keyHint,
    driver: () => rig.driver,
    kill: async () => {
      const closed = new Promise<void>((resolve) => {
        rig.browser.context.once('close', () => resolve());
      });
      await killBrowser(profile);
      await closed;
      await rig.browser.close();
      rig = await openRig(sandbox, executable, profile);
    },
    revive: async () => {
      await saveTyped(rig.driver, account, sandbox.accounts[0]);
    },
    close: () => rig.browser.close(),
  };
}
