import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchKey, renewed } from '../keys/fetched.ts';
import { fetchedCredentials } from '../keys/items.ts';
import type { Account } from './account.ts';
import { accountById } from './accounts.ts';
import { lookUp, ownerOf } from './look-up.ts';
import { accountsState } from './read-state.ts';
import { forgetKey, removeAccount, saveAccount } from './saving.ts';
import { accountOf, keyAt } from './testing.ts';

const URI = 'https://keys.example:8443/acme?secret=no';
const fromUri = (uri = URI) => ({ key: { from: 'uri', uri } }) as const satisfies Partial<Account>;
const MINUTE = 60_000;

/** What is remembered of an account between fetches outlives a test, so each has its own account. */
let id = '';
let allowed = true;
let fetches = 0;
/** How long the next credentials are good, or what is answered in their place. */
let next: number | Response | 'broken';
let hold: Promise<void> | undefined;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z'), toFake: ['Date'] });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => allowed);
  vi.stubGlobal('fetch', async () => {
    fetches += 1;
    const number = fetches;
    await hold;
    if (next === 'broken') throw new TypeError('Failed to fetch');
    if (next instanceof Response) return next;
    const end = new Date(Date.now() + next).toISOString().replace('.000Z', 'Z');
    return Response.json({
      AccessKeyId: `STS.${number}`,
      AccessKeySecret: `secret-${number}`,
      SecurityToken: `token-${number}`,
      Expiration: end,
    });
  });
  id = crypto.randomUUID();
  [allowed, fetches, next, hold] = [true, 0, 60 * MINUTE, undefined];
  await saveAccount(accountOf(id, fromUri()));
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const owner = async () => {
  const account = await accountById(id);
  if (account === undefined) throw new Error('There is no account');
  return ownerOf(account);
};
const keyId = async () => (await keyAt(id))?.credentials.accessKeyId;
const current = async () => (await accountsState()).current;

describe('a key from a credentials URI', () => {
  it('is fetched when it is needed, and known by the address it comes from', async () => {
    expect(await current()).toMatchObject({
      keyState: 'on-demand',
      keyHint: 'keys.example:8443/acme',
    });
    expect(fetches).toBe(0);
    const key = await keyAt(id);
    expect(key?.hint).toBe('keys.example:8443/acme');
    expect(key?.credentials.accessKeyId).toBe('STS.1');
    expect(key?.credentials.securityToken?.reveal()).toBe('token-1');
    expect(await current()).toMatchObject({
      keyState: 'ready',
      keyHint: 'keys.example:8443/acme',
      expiresAt: Date.now() + 60 * MINUTE,
    });
  });

  it('is used until five minutes before it expires, and then fetched again', async () => {
    expect(await keyId()).toBe('STS.1');
    later(54 * MINUTE);
    expect(await keyId()).toBe('STS.1');
    later(MINUTE);
    expect(await keyId()).toBe('STS.2');
    expect(await keyId()).toBe('STS.2');
    expect(fetches).toBe(2);
  });

  it('is fetched once for all who need it at the same time', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, keyId));
    expect(new Set(keys)).toEqual(new Set(['STS.1']));
    expect(fetches).toBe(1);
  });

  it('is still used when the fetch fails, and then not fetched more often than necessary', async () => {
    await keyId();
    later(58 * MINUTE);
    next = 'broken';
    expect(await keyId()).toBe('STS.1');
    expect(await keyId()).toBe('STS.1');
    expect(fetches).toBe(2);
    expect(await current()).toMatchObject({ keyState: 'ready', uriFault: 'unreachable' });
    later(MINUTE);
    next = 60 * MINUTE;
    expect(await keyId()).toBe('STS.3');
    expect(await current()).not.toHaveProperty('uriFault');
  });

  it('is absent when it has expired and the fetch fails', async () => {
    await keyId();
    later(60 * MINUTE);
    next = new Response('', { status: 500 });
    expect(await lookUp(id)).toEqual({ ok: false, why: 'uri' });
    expect(await current()).toMatchObject({ keyState: 'on-demand', uriFault: 'refused' });
  });

  it('of short life is not fetched for every call', async () => {
    next = MINUTE;
    for (let times = 0; times < 5; times += 1) expect(await keyId()).toBe('STS.1');
    expect(fetches).toBe(1);
  });

  it('is not asked for where the browser may not read', async () => {
    allowed = false;
    expect(await fetchKey(await owner())).toBe('not-allowed');
    expect(fetches).toBe(0);
    expect((await current())?.uriFault).toBe('not-allowed');
  });

  it.each([
    ['its host', 'https://keys.example/*'],
    ['its host at that port', 'https://keys.example:8443/*'],
  ])('is asked for where the browser may read %s', async (_what, granted) => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async ({ origins }) => {
      const [origin = ''] = origins ?? [];
      // As Firefox does.
      if (/:\d/.test(origin) && granted !== origin) throw new Error('Invalid pattern');
      return origin === granted;
    });
    expect(await fetchKey(await owner())).toBeUndefined();
  });

  it('is fetched on demand also when the one at hand is good', async () => {
    await keyId();
    expect(await fetchKey(await owner())).toBeUndefined();
    expect(await keyId()).toBe('STS.2');
  });

  it('is renewed once for all calls that VOD refused because the token has ended', async () => {
    await keyId();
    expect(
      await Promise.all([renewed(await owner(), 'STS.1'), renewed(await owner(), 'STS.1')]),
    ).toEqual([true, true]);
    expect(await renewed(await owner(), 'STS.1')).toBe(true);
    expect(fetches).toBe(2);
    next = 'broken';
    expect(await renewed(await owner(), 'STS.2')).toBe(false);
  });

  it.each([
    ['removed', () => removeAccount(id)],
    ['given another URI', () => saveAccount(accountOf(id, fromUri('https://other.example/')))],
    ['given a key for the session', () => saveAccount(accountOf(id))],
  ])('is not kept when the account was %s while it was fetched', async (_what, change) => {
    let go = () => {};
    hold = new Promise((resolve) => {
      go = resolve;
    });
    const fetching = fetchKey(await owner());
    await change();
    go();
    await fetching;
    expect(await fetchedCredentials.getValue()).toEqual({});
  });

  it('is forgotten, and one of another URI is never used', async () => {
    await keyId();
    await saveAccount(accountOf(id, { ...fromUri(), name: 'Renamed' }));
    expect(await keyId()).toBe('STS.1');
    await forgetKey(id);
    expect(await fetchedCredentials.getValue()).toEqual({});
    expect(await keyId()).toBe('STS.2');
    await saveAccount(accountOf(id, fromUri('https://other.example/')));
    expect(await current()).toMatchObject({ keyState: 'on-demand' });
    expect(await keyId()).toBe('STS.3');
  });
});
