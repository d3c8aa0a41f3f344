import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FEW_ROUNDS, PASSPHRASE } from '../keys/testing.ts';
import { changePassphrase, lock, makeVault, unlock } from '../keys/vault/vault.ts';
import { lookUp } from './look-up.ts';
import { accountsState } from './read-state.ts';
import { forgetKey, saveAccount } from './saving.ts';
import { accountOf, failWrites, inVault, stored } from './testing.ts';

beforeEach(() => fakeBrowser.reset());

const NEW_PASSPHRASE = 'another passphrase of mine';
const secrets = {
  secret: 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLE',
  token: 'CAISxAJ1q6Ft5B2yfSjIr5DkEXAMPLETOKEN',
  passphrase: PASSPHRASE,
  newPassphrase: NEW_PASSPHRASE,
};
const credentials = {
  accessKeyId: 'LTAI5tHiddenKeyId0000001',
  accessKeySecret: secrets.secret,
  securityToken: secrets.token,
};

/** A text as it may be written down: as it is, hexadecimal, and Base64 from each of three places. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const based = [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and last letters depend on what stands beside.
    return shifted.slice(shift === 0 ? 0 : 4, -4);
  });
  return [text, bytes.toString('hex'), bytes.toString('utf16le'), ...based];
}

const hidden = [...Object.values(secrets), credentials.accessKeyId].flatMap(formsOf);

function expectNoSecret(what: unknown): void {
  const text = typeof what === 'string' ? what : JSON.stringify(what);
  for (const form of hidden) expect(text.toLowerCase()).not.toContain(form.toLowerCase());
}

it('finds a secret in each form it may be written in', () => {
  for (const text of [
    `x${secrets.secret}`,
    Buffer.from(`ab${secrets.secret}`).toString('base64'),
    Buffer.from(`a${secrets.secret}`).toString('base64'),
    Buffer.from(`"${secrets.token}",`).toString('hex').toUpperCase(),
  ]) {
    expect(() => expectNoSecret({ text })).toThrow();
  }
});

it('no secret is ever written to storage.local, told to a page or logged', async () => {
  const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  );
  const look = async () => {
    expectNoSecret(await stored('local'));
    expectNoSecret(await accountsState());
  };
  await makeVault(PASSPHRASE, FEW_ROUNDS);
  await saveAccount(accountOf('v', inVault), credentials);
  await saveAccount(accountOf('s'), credentials);
  await look();
  // What the memory holds while the vault is unlocked is its key, nowhere else to be found.
  const { vaultKey } = (await stored('session')) as { vaultKey: { key: string } };
  for (const form of formsOf(Buffer.from(vaultKey.key, 'base64').toString('latin1'))) {
    expect(JSON.stringify(await stored('local'))).not.toContain(form);
  }
  expect(JSON.stringify(await stored('local'))).not.toContain(vaultKey.key);
  await saveAccount(accountOf('s', inVault));
  await look();
  await saveAccount(accountOf('s'));
  await look();
  await changePassphrase(PASSPHRASE, NEW_PASSPHRASE, FEW_ROUNDS);
  await look();
  await lock([]);
  await look();
  expectNoSecret({ ...(await stored('session')), credentials: undefined });
  await unlock(PASSPHRASE);
  await unlock(NEW_PASSPHRASE);
  const found = await lookUp('v');
  if (!found.ok) throw new Error('There is no key');
  const { accessKeyId: _signedOpenly, ...credentialsKept } = found.key.credentials;
  expectNoSecret(credentialsKept);
  await forgetKey('v');
  await look();
  for (const spy of logged) expectNoSecret(spy.mock.calls);
});

it('no error contains a secret', async () => {
  for (let number = 0; number < 6; number += 1) {
    fakeBrowser.reset();
    const writes = failWrites(number);
    const all = async () => {
      await makeVault(PASSPHRASE, FEW_ROUNDS);
      await saveAccount(accountOf('v', inVault), credentials);
      await changePassphrase(PASSPHRASE, NEW_PASSPHRASE, FEW_ROUNDS);
    };
    const error = await all().then(
      () => undefined,
      (failure: unknown) => failure,
    );
    writes.end();
    if (error instanceof Error) expectNoSecret(`${error.message} ${error.stack} ${error.cause}`);
  }
});
