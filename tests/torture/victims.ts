import type { SandboxProcess } from '../../sandbox/process.ts';
import type { Account } from '../../utils/vault/account.ts';
import { uriHint } from '../../utils/vault/key-note.ts';
import type { Victim } from './kills.ts';
import { killBrowser, openRig, saveTyped, wake } from './rig.ts';

/** A victim that is ready for a first job. */
export interface ReadyVictim extends Victim {
  /** By what the extension shows the key it signs with. */
  readonly keyHint: string;
  close(): Promise<void>;
}

/** The extension's worker, in a browser that lives on. */
export async function workerVictim(
  sandbox: SandboxProcess,
  executable: string,
  account: Account,
): Promise<ReadyVictim> {
  const { browser, driver } = await openRig(sandbox, executable);
  await driver.send('saveGrace', { seconds: 0 });
  const keyHint = await saveTyped(driver, account, sandbox.accounts[0]);
  return {
    keyHint,
    driver: () => driver,
    kill: () => driver.killWorker(),
    // Any message wakes it, as opening the popup would.
    revive: () => wake(driver),
    close: () => browser.close(),
  };
}

/** A whole browser with its profile; its key comes from a credentials URI, so it needs nobody. */
export async function browserVictim(
  sandbox: SandboxProcess,
  executable: string,
  account: Account,
  profile: string,
): Promise<ReadyVictim> {
  if (account.key.from !== 'uri') throw new TypeError('Its key must come back by itself');
  let rig = await openRig(sandbox, executable, profile);
  await rig.driver.grantSite(account.key.uri);
  await rig.driver.send('saveGrace', { seconds: 0 });
  await rig.driver.send('saveAccount', { account });
  const fault = await rig.driver.send('fetchKey', { accountId: account.id });
  if (fault !== undefined) throw new Error(`There is no key: ${JSON.stringify(fault)}`);
  // Chromium keeps settings such as grants in memory for up to ten seconds.
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  return {
    keyHint: uriHint(account.key.uri),
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
    // Nothing is sent to the extension: the job must go on by itself.
    revive: async () => {},
    close: () => rig.browser.close(),
  };
}
