import { type Served, serve } from '../browser/messages.ts';
import * as commands from './commands.ts';
import { startAutoLock } from './vault/auto-lock.ts';
import {
  changePassphrase,
  type JobUnderWay,
  lock,
  makeVault,
  recountWait,
  releaseHeld,
  removeVault,
  unlock,
} from './vault/vault.ts';

/** The jobs that use keys. */
export interface KeyUsers {
  /** @returns The jobs that wait for their first call or are running. */
  underWay(): Promise<readonly JobUnderWay[]>;
  /** Resumes the jobs that wait for the vault. */
  resume(): Promise<void>;
  /** Calls the listener after a job ended or was paused. */
  onLeft(listener: () => void): void;
}

/** Makes, locks and unlocks the vault by command, and locks it automatically. */
export function serveKeys(users: KeyUsers): readonly Served[] {
  const release = async () => releaseHeld(await users.underWay());
  // The vault must lock although the journal cannot be read.
  const lockNow = async () => lock(await users.underWay().catch(() => []));
  users.onLeft(() => void release());
  startAutoLock(lockNow);
  void recountWait();
  void release();
  return [
    serve(commands.makeVault, ({ passphrase }) => makeVault(passphrase)),
    serve(commands.unlockVault, async ({ passphrase }) => {
      const answer = await unlock(passphrase);
      if (answer.ok) await users.resume();
      return answer;
    }),
    serve(commands.lockVault, lockNow),
    serve(commands.changePassphrase, ({ before, after }) => changePassphrase(before, after)),
    serve(commands.removeVault, removeVault),
  ];
}
