import { defineItem } from '../browser/storage.ts';
import { type Account, NEW_ACCOUNT } from './account.ts';

const ACCOUNTS_VERSION = 2;

/** The person's own accounts, oldest first. Version 1 had no colour, key and limits. */
export const storedAccounts = defineItem<Account[]>('local:accounts', {
  fallback: [],
  version: ACCOUNTS_VERSION,
  migrations: {
    2: (before: (Omit<Account, keyof typeof NEW_ACCOUNT> & Partial<Account>)[]): Account[] =>
      before.map((account) => ({ ...NEW_ACCOUNT, ...account })),
  },
});

/** The version of {@link storedAccounts}. `setItems` writes none, so it is written as an item. */
export const ACCOUNTS_FORM = { key: 'local:accounts$', value: { v: ACCOUNTS_VERSION } } as const;

/** The id of the account that the person chose. */
export const currentId = defineItem<string | null>('local:currentAccount', { fallback: null });
