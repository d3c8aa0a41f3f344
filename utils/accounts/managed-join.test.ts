import { describe, expect, it } from 'vitest';
import { type Account, LARGEST_JOB, NEW_ACCOUNT } from './account.ts';
import { understand } from './managed.ts';
import { joinManaged, managedSaveFault } from './managed-join.ts';

const account = (id: string, more: Partial<Account> = {}): Account => ({
  ...NEW_ACCOUNT,
  id,
  name: id,
  region: 'cn-shanghai',
  ownDomains: [],
  ...more,
});

const theirs = { id: 'team', name: 'Team', region: 'cn-shanghai' };

describe('joining', () => {
  it('leaves own accounts as they are where nothing is set', () => {
    const own = [account('a'), account('b')];
    expect(joinManaged(own, understand({}))).toEqual([
      { account: own[0], managed: false },
      { account: own[1], managed: false },
    ]);
  });

  it('puts managed accounts first, and an own one of the same id away', () => {
    const joined = joinManaged(
      [account('a'), account('team', { name: 'Mine', ownDomains: ['mine.example'] })],
      understand({ accounts: [theirs] }),
    );
    expect(joined.map(({ account: { id, name }, managed }) => [id, name, managed])).toEqual([
      ['team', 'Team', true],
      ['a', 'a', false],
    ]);
    expect(joined[0]?.account.ownDomains).toEqual([]);
  });

  it('leaves no own accounts when they are locked', () => {
    const joined = joinManaged(
      [account('a')],
      understand({ accounts: [theirs], locked: ['accounts'] }),
    );
    expect(joined.map(({ account: { id } }) => id)).toEqual(['team']);
  });

  it('holds the limits over every account, and never widens one', () => {
    const joined = joinManaged(
      [account('a'), account('b', { limits: { largestJob: 10, byVideo: true } })],
      understand({ accounts: [theirs], largestJob: 100, deletions: { byVideo: false } }),
    );
    expect(joined.map(({ account: { limits } }) => limits)).toEqual([
      { largestJob: 100, byVideo: false },
      { largestJob: 100, byVideo: false },
      { largestJob: 10, byVideo: false },
    ]);
    const wide = joinManaged(
      [account('c', { limits: { largestJob: 10, byVideo: false } })],
      understand({ largestJob: LARGEST_JOB, deletions: { byVideo: true } }),
    );
    expect(wide[0]?.account.limits).toEqual({ largestJob: 10, byVideo: false });
  });
});

describe('saving', () => {
  const managed = understand({ accounts: [theirs], largestJob: 50 });
  const shown = joinManaged([], managed)[0]?.account ?? account('none');

  it('lets the key of a managed account be saved, with the account as it was shown', () => {
    expect(managedSaveFault(shown, managed)).toBeUndefined();
    const turned = Object.fromEntries(Object.entries(shown).reverse()) as unknown as Account;
    expect(managedSaveFault(turned, managed)).toBeUndefined();
  });

  it.each([
    { ownDomains: ['mine.example'] },
    { region: 'eu-central-1' as const },
    { limits: { largestJob: 51, byVideo: true } },
    { key: { from: 'uri' as const, uri: 'https://elsewhere.example/' } },
  ])('refuses any change of a managed account: %j', (change) => {
    expect(managedSaveFault({ ...shown, ...change }, managed)).toBe('managed');
  });

  it('refuses own accounts only when they are locked', () => {
    expect(managedSaveFault(account('a'), managed)).toBeUndefined();
    expect(managedSaveFault(account('a'), understand({ locked: ['accounts'] }))).toBe('managed');
  });
});
