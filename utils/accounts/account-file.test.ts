import { describe, expect, it } from 'vitest';
import { type Account, NEW_ACCOUNT } from './account.ts';
import { exportAccounts, MOST_ACCOUNTS, readAccounts } from './account-file.ts';

const acme: Account = {
  ...NEW_ACCOUNT,
  id: 'a',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['img.example.com'],
};
const fetched: Account = {
  ...acme,
  id: 'b',
  name: 'Fetched',
  key: { from: 'uri', uri: 'https://keys.example.com/acme?ticket=Secret0001#Secret0002' },
};

describe('a file of accounts', () => {
  it('reads back unchanged what was exported', () => {
    const text = JSON.stringify(exportAccounts([acme]).file);
    expect(readAccounts(text)).toEqual({ accounts: [acme], unread: [] });
    expect(readAccounts(`\uFEFF${text}`)).toEqual({ accounts: [acme], unread: [] });
  });

  it('holds nothing of a credentials URI that may be secret', () => {
    const { file, shortened } = exportAccounts([acme, fetched]);
    expect(JSON.stringify(file)).not.toContain('Secret');
    expect(file.accounts[1]?.key).toEqual({ from: 'uri', uri: 'https://keys.example.com/acme' });
    expect(shortened).toEqual(['Fetched']);
  });

  it('is read entry by entry, and names what it does not understand without its value', () => {
    const text = JSON.stringify({
      version: 1,
      accounts: [
        acme,
        { ...acme, name: 'Moon', region: 'moon-1' },
        { ...acme, name: 'Keyed', accessKeySecret: 'Secret0003' },
        { ...acme, limits: { largestJob: 0, byVideo: true } },
        7,
      ],
    });
    const read = readAccounts(text);
    expect(read).toEqual({
      accounts: [acme],
      unread: [
        { place: 2, name: 'Moon', field: 'region' },
        { place: 3, name: 'Keyed', field: 'accessKeySecret' },
        { place: 4, name: 'Acme', field: 'limits.largestJob' },
        { place: 5 },
      ],
    });
    expect(JSON.stringify(read)).not.toContain('Secret0003');
  });

  it.each([
    ['{', 'not-json'],
    ['[]', 'not-accounts'],
    ['null', 'not-accounts'],
    ['{"version":1,"items":[]}', 'not-accounts'],
    ['{"version":2,"accounts":[]}', 'other-version'],
    [JSON.stringify({ version: 1, accounts: Array(MOST_ACCOUNTS + 1).fill(acme) }), 'too-many'],
    [' '.repeat(1024 * 1024 + 1), 'too-large'],
  ])('%.30s is refused: %s', (text, fault) => {
    expect(readAccounts(text)).toEqual({ fault });
  });
});
