import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { allAccounts } from '../utils/accounts/accounts.ts';
import { saveAccount } from '../utils/accounts/saving.ts';
import { accountOf } from '../utils/accounts/testing.ts';
import { listsSessionKeys } from '../utils/browser/testing.ts';
import { serveJobs } from '../utils/job/serve.ts';
import { keyHint } from '../utils/keys/credentials.ts';
import { startAutoLock } from '../utils/keys/vault/auto-lock.ts';
import type { Report } from '../utils/page/report.ts';
import { LOCKABLE, type Lockable } from '../utils/settings/locks.ts';
import { grace, marks, SETTINGS, vaultLocking } from '../utils/settings/settings.ts';
import { LiveTabs } from '../utils/tabs/live-tabs.ts';
import { keepWatching } from '../utils/watching/watching.ts';
import { acmeOf, addressItems, keyOf, planOf } from './drive/vod/acme.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
afterAll(() => sandbox.close());

const lock = (name: Lockable, more: object = {}) =>
  fakeBrowser.storage.managed.set({ locked: [name], ...more });

const REPORT: Report = {
  document: '1-2-3-4',
  number: 0,
  page: 'https://site.example/',
  sightings: [
    {
      key: 'x',
      kind: 'image',
      certainty: 'strict',
      addresses: ['https://x'],
      carriers: ['img'],
    },
  ],
};

/**
 * @returns The scripts injected into a tab for two reports. A badge is set just before its marks are
 *   drawn. What an earlier tab still draws is left out.
 */
async function injectionsOf(tabId: number, report: Report): Promise<readonly string[]> {
  const injected: string[] = [];
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => {
    const text = String('func' in injection ? injection.func : injection.files);
    if (injection.target.tabId === tabId) injected.push(text);
    const result = text.includes('no-script') ? 'drawn' : report.document;
    return [{ frameId: 0, documentId: report.document, result }] as never;
  });
  const badged: number[] = [];
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async (details) => {
    if (details.tabId === tabId) badged.push(tabId);
  });
  const tabs = new LiveTabs();
  for (const number of [0, 1]) {
    await tabs.take(tabId, { ...report, number });
    // The second round begins only after the first, including its marks, has ended.
    await vi.waitFor(() => expect(badged).toHaveLength(number + 1));
  }
  return injected;
}

const draws = (injected: readonly string[]) => injected.some((text) => text.includes('no-script'));

/** @returns The match patterns for which the spotter is registered when the browser starts. */
async function registeredSites(): Promise<readonly string[] | undefined> {
  let started = () => {};
  vi.spyOn(browser.runtime.onStartup, 'addListener').mockImplementation((listener) => {
    started = listener as () => void;
  });
  const register = vi
    .spyOn(browser.scripting, 'registerContentScripts')
    .mockClear()
    .mockResolvedValue();
  keepWatching({ spot: async () => {}, onChange: () => {} });
  started();
  await vi.waitFor(() => expect(register).toHaveBeenCalled());
  return register.mock.lastCall?.[0][0]?.matches;
}

/** @returns The milliseconds between the start of a job and its first call. */
async function graceOfJob(): Promise<number> {
  const account = acmeOf(sandbox);
  await saveAccount(account, keyOf(sandbox));
  const { journal, runner } = serveJobs();
  const plan = planOf(addressItems(sandbox, 1), account, {
    hint: keyHint(keyOf(sandbox).accessKeyId),
  });
  const before = Date.now();
  expect(await runner.start({ plan })).toBeUndefined();
  await runner.stop(plan.id);
  return ((await journal.job(plan.id))?.startsAt ?? 0) - before;
}

/** Saves what the person chose, and proves that the worker uses it only while it is not locked. */
const PROOFS: Readonly<Record<Lockable, () => Promise<void>>> = {
  async accounts() {
    await saveAccount(accountOf('own'));
    expect(await allAccounts()).toHaveLength(1);
    await lock('accounts');
    expect(await allAccounts()).toEqual([]);
    expect(await saveAccount(accountOf('another'))).toBe('managed');
  },
  async vault() {
    const measured = vi.spyOn(fakeBrowser.idle, 'setDetectionInterval').mockReturnValue();
    await vaultLocking.save({ idleMinutes: 60, withScreen: false, runningJob: 'pause' });
    startAutoLock(async () => {});
    await vi.waitFor(() => expect(measured).toHaveBeenLastCalledWith(60 * 60));
    await lock('vault');
    await vi.waitFor(() => expect(measured).toHaveBeenLastCalledWith(15 * 60));
    expect((await vaultLocking.value()).runningJob).toBe('finish');
  },
  async grace() {
    await grace.save(60);
    expect(await graceOfJob()).toBeGreaterThanOrEqual(60_000);
    await lock('grace');
    const locked = await graceOfJob();
    expect(locked).toBeGreaterThanOrEqual(5000);
    expect(locked).toBeLessThan(60_000);
  },
  async watching() {
    const [own, theirs] = ['https://own.example/*', 'https://theirs.example/*'];
    vi.spyOn(browser.permissions, 'getAll').mockResolvedValue({ origins: [own, theirs] } as never);
    expect(await registeredSites()).toEqual([own, theirs]);
    await lock('watching', { watchedSites: [theirs] });
    expect(await registeredSites()).toEqual([theirs]);
  },
  async marks() {
    await marks.save(true);
    expect(draws(await injectionsOf(1, REPORT))).toBe(true);
    await lock('marks');
    expect(draws(await injectionsOf(2, REPORT))).toBe(false);
  },
};

beforeEach(() => {
  fakeBrowser.reset();
  listsSessionKeys();
  vi.spyOn(browser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ host_permissions: [] } as never);
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockResolvedValue([] as never);
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue();
  vi.spyOn(browser.action, 'setBadgeTextColor').mockResolvedValue();
  vi.spyOn(fakeBrowser.idle, 'setDetectionInterval').mockReturnValue();
  vi.spyOn(fakeBrowser.idle, 'queryState').mockResolvedValue('active' as never);
  vi.spyOn(browser.permissions.onAdded, 'addListener').mockReturnValue();
  vi.spyOn(browser.permissions.onRemoved, 'addListener').mockReturnValue();
  vi.stubGlobal('addEventListener', () => {});
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
  vi.spyOn(fakeBrowser.idle.onStateChanged, 'addListener').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each(LOCKABLE)('the worker obeys when an administrator locks %s', async (name) => {
  await PROOFS[name]();
});

it('every setting that can be locked is locked under its own name', () => {
  const locks = Object.values(SETTINGS).flatMap(({ lock: name }) => name ?? []);
  expect(new Set(locks).size).toBe(locks.length);
  for (const name of locks) expect(LOCKABLE).toContain(name);
});
