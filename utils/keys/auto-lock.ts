import { type IdleState, idleState, onIdleState, setIdleAfter } from '../browser/idle.ts';
import { defineItem } from '../browser/storage.ts';
import { LONGEST_IDLE, type VaultSettings, vaultLocking } from '../settings/settings.ts';
import { vaultKey } from './items.ts';

/** Since when the screen is locked, where that alone does not lock the vault. */
const screenLockedAt = defineItem<number | null>('session:screenLockedAt', { fallback: null });

/**
 * Locks the vault when the computer has been idle or its screen is locked, as the settings say. To
 * be called as the worker starts; then it also looks at what happened while there was no worker.
 */
export function startAutoLock(lock: () => Promise<void>): void {
  const look = async (told?: IdleState) => {
    const settings = await vaultLocking.value();
    setIdleAfter(settings.idleMinutes ?? LONGEST_IDLE);
    if ((await vaultKey.getValue()) !== null && (await isAway(settings, told))) await lock();
  };
  onIdleState((state) => void look(state));
  vaultLocking.onChange(() => void look());
  void look();
}

/** Whether the person is away as the settings understand it, now or at what the browser told. */
async function isAway(
  { idleMinutes, withScreen }: VaultSettings,
  told: IdleState | undefined,
): Promise<boolean> {
  // That the computer is idle is asked again: the browser may have judged by other minutes.
  const state = told === 'locked' ? told : await idleState(idleMinutes ?? LONGEST_IDLE);
  if (state === 'locked' && withScreen) return true;
  if (idleMinutes === null) return false;
  if (state === 'idle') return true;
  // Behind a locked screen the browser tells no idle time, so it is measured here.
  const since = (await screenLockedAt.getValue()) ?? Date.now();
  await screenLockedAt.setValue(state === 'locked' ? since : null);
  return Date.now() - since >= idleMinutes * 60_000;
}
