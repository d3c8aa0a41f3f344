import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { credentialsOf, FEW_ROUNDS, PASSPHRASE } from '../keys/testing.ts';
import { lock, makeVault } from '../keys/vault/vault.ts';
import { getImageInfos } from '../vod/operations/get-image-infos.ts';
import type { Account } from './account.ts';
import { clientOf } from './client.ts';
import { saveAccount } from './saving.ts';
import { accountOf, inVault } from './testing.ts';

const fromUri = {
  key: { from: 'uri', uri: 'https://keys.example/a' },
} as const satisfies Partial<Account>;

let id = '';
/** Tokens that VOD takes; the credentials URI gives `token-1`, `token-2` and so on. */
let taken: string[] = [];
let fetches = 0;
let signed: (string | null)[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    if (String(input).startsWith('https://keys.example/')) {
      fetches += 1;
      return Response.json({
        AccessKeyId: `STS.${fetches}`,
        AccessKeySecret: 'secret',
        SecurityToken: `token-${fetches}`,
        Expiration: new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z/, 'Z'),
      });
    }
    const token = new Headers(init?.headers).get('x-acs-security-token');
    signed.push(token);
    const RequestId = crypto.randomUUID().toUpperCase();
    if (token !== null && !taken.includes(token)) {
      const body = { RequestId, Code: 'InvalidSecurityToken.Expired', Message: 'It has expired' };
      return Response.json(body, { status: 400 });
    }
    return Response.json({ RequestId, ImageInfo: [], NonExistImageIds: [] });
  });
  id = crypto.randomUUID();
  [taken, fetches, signed] = [[], 0, []];
});

const ask = getImageInfos(['0123456789abcdef0123456789abcdef']);
const clientFromUri = () => clientOf(id, 'cn-shanghai', 'keys.example/a');

describe('a client of an account', () => {
  it('makes a call once more with a fresh token when VOD says that the token has ended', async () => {
    await saveAccount(accountOf(id, fromUri));
    taken = ['token-2'];
    expect((await clientFromUri().call(ask)).ok).toBe(true);
    expect(signed).toEqual(['token-1', 'token-2']);
  });

  it('gives up when the fresh token has ended too', async () => {
    await saveAccount(accountOf(id, fromUri));
    const answer = await clientFromUri().call(ask);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'token-expired' } });
    expect(signed).toEqual(['token-1', 'token-2']);
    expect(fetches).toBe(2);
  });

  it('fetches one fresh token for all calls that were refused', async () => {
    await saveAccount(accountOf(id, fromUri));
    taken = ['token-2'];
    const client = clientFromUri();
    const answers = await Promise.all(Array.from({ length: 6 }, () => client.call(ask)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(fetches).toBe(2);
  });

  it('fetches nothing for a typed token that has ended', async () => {
    const token = { ...credentialsOf('a'), securityToken: 'typed' };
    await saveAccount(accountOf(id), token);
    const answer = await clientOf(id, 'cn-shanghai', 'LTAI…0000').call(ask);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'token-expired' } });
    expect(signed).toEqual(['typed']);
    expect(fetches).toBe(0);
  });

  it('signs nothing without the key that was confirmed', async () => {
    const client = clientOf(id, 'cn-shanghai', 'LTAI…0000');
    await expect(client.call(ask)).rejects.toMatchObject({ code: 'no-account' });
    await saveAccount(accountOf(id));
    await expect(client.call(ask)).rejects.toMatchObject({ code: 'no-key' });
    await saveAccount(accountOf(id), { ...credentialsOf('a'), accessKeyId: 'LTAI5tOther9999' });
    await expect(client.call(ask)).rejects.toMatchObject({ code: 'other-key' });
    await makeVault(PASSPHRASE, FEW_ROUNDS);
    await saveAccount(accountOf(id, inVault), credentialsOf('a'));
    expect((await client.call(ask)).ok).toBe(true);
    await lock([{ jobId: 'job', accountId: id }]);
    await expect(client.call(ask)).rejects.toMatchObject({ code: 'locked' });
    const clientOfJob = clientOf(id, 'cn-shanghai', 'LTAI…0000', 'job');
    expect((await clientOfJob.call(ask)).ok).toBe(true);
    expect(signed).toHaveLength(2);
  });
});
