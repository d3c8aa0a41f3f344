import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sleep } from '../../async/sleep.ts';
import type { IdleState } from '../../browser/idle.ts';
import { LONGEST_IDLE, type VaultSettings, vaultLocking } from '../../settings/settings.ts';
import { vaultKey } from '../items.ts';
import { FEW_ROUNDS, PASSPHRASE } from '../testing.ts';
import { startAutoLock } from './auto-lock.ts';
import { lock, makeVault } from './vault.ts';

/** The state that the browser gives when it is asked, by the minutes it is asked for. */
let state: (minutes: number) => IdleState;
let tell: (state: IdleState) => void;
let interval: number;
const locking = vi.fn(() => lock([]));

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
  locking.mockClear();
  state = () => 'active';
  vi.spyOn(fakeBrowser.idle, 'queryState').mockImplementation(async (seconds) =>
    state(seconds / 60),
  );
  vi.spyOn(fakeBrowser.idle, 'setDetectionInterval').mockImplementation((seconds) => {
    interval = seconds;
  });
  vi.spyOn(fakeBrowser.idle.onStateChanged, 'addListener').mockImplementation((listener) => {
    tell = listener as typeof tell;
  });
  await makeVault(PASSPHRASE, FEW_ROUNDS);
});

const start = () => startAutoLock(locking);
const choose = (settings: Partial<VaultSettings>) =>
  vaultLocking.save({ ...vaultLocking.fallback, ...settings });
const unlocked = async () => (await vaultKey.getValue()) !== null;
/** Until all that was begun is done. */
const settled = () => sleep(20);

describe('the vault', () => {
  it('locks when the computer has been idle for as long as the settings say', async () => {
    start();
    await vi.waitFor(() => expect(interval).toBe(15 * 60));
    // The browser judges by its own minute until it is told.
    state = (minutes) => (minutes < 15 ? 'idle' : 'active');
    tell('idle');
    await settled();
    expect(await unlocked()).toBe(true);
    state = () => 'idle';
    tell('idle');
    await vi.waitFor(async () => expect(await unlocked()).toBe(false));
  });

  it('follows the settings when they change', async () => {
    start();
    await choose({ idleMinutes: 3 });
    await vi.waitFor(() => expect(interval).toBe(3 * 60));
    await choose({ idleMinutes: null });
    await vi.waitFor(() => expect(interval).toBe(LONGEST_IDLE * 60));
  });

  it('locks as the worker starts, when the time passed without one', async () => {
    state = () => 'idle';
    start();
    await vi.waitFor(async () => expect(await unlocked()).toBe(false));
  });

  it('locks with the screen, also when the screen is unlocked again by then', async () => {
    start();
    tell('locked');
    await vi.waitFor(async () => expect(await unlocked()).toBe(false));
  });

  it('locks with the screen when idle time does not count', async () => {
    await choose({ idleMinutes: null });
    start();
    state = () => 'idle';
    tell('idle');
    await settled();
    expect(await unlocked()).toBe(true);
    tell('locked');
    await vi.waitFor(async () => expect(await unlocked()).toBe(false));
  });

  it('stays open behind a locked screen for the idle time, where the screen does not count', async () => {
    await choose({ withScreen: false, idleMinutes: 5 });
    start();
    state = () => 'locked';
    tell('locked');
    await settled();
    expect(await unlocked()).toBe(true);
    vi.setSystemTime(Date.now() + 5 * 60_000);
    state = () => 'active';
    tell('active');
    await vi.waitFor(async () => expect(await unlocked()).toBe(false));
  });

  it('forgets the time behind a locked screen when the person is back in time', async () => {
    await choose({ withScreen: false, idleMinutes: 5 });
    start();
    tell('locked');
    await settled();
    vi.setSystemTime(Date.now() + 4 * 60_000);
    tell('active');
    await settled();
    vi.setSystemTime(Date.now() + 4 * 60_000);
    tell('active');
    await settled();
    expect(await unlocked()).toBe(true);
  });

  it('never locks by itself when that is chosen, and is not locked twice', async () => {
    await choose({ withScreen: false, idleMinutes: null });
    start();
    state = () => 'locked';
    tell('locked');
    tell('idle');
    await settled();
    expect(await unlocked()).toBe(true);
    await lock([]);
    await choose({});
    tell('locked');
    await settled();
    expect(locking).not.toHaveBeenCalled();
  });
});
