import { type IdleState, idleState, onIdleState, setIdleAfter } from '../../browser/idle.ts';
import { defineItem } from '../../browser/storage.ts';
import { LONGEST_IDLE, type VaultSettings, vaultLocking } from '../../settings/settings.ts';
import { vaultKey } from '../items.ts';

/** When the screen was locked (milliseconds since 1970), if that alone does not lock the vault. */
const screenLockedAt = defineItem<number | null>('session:screenLockedAt', { fallback: null });

/**
 * Locks the vault when the computer is idle or its screen is locked, as the settings say. Must be
 * called when the worker starts: it then also notices what happened while no worker was running.
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

/**
 * @param told The state that the browser reported just now, if it did.
 * @returns Whether the person is away, as the settings define it.
 */
async function isAway(
  { idleMinutes, withScreen }: VaultSettings,
  told: IdleState | undefined,
): Promise<boolean> {
  // A reported `idle` is asked for again: the browser may have used an older number of minutes.
  const state = told === 'locked' ? told : await idleState(idleMinutes ?? LONGEST_IDLE);
  if (state === 'locked' && withScreen) return true;
  if (idleMinutes === null) return false;
  if (state === 'idle') return true;
  // The browser reports no idle time while the screen is locked, so it is measured here.
  const since = (await screenLockedAt.getValue()) ?? Date.now();
  await screenLockedAt.setValue(state === 'locked' ? since : null);
  return Date.now() - since >= idleMinutes * 60_000;
}
