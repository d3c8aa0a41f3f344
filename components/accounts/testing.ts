import { type Account, NEW_ACCOUNT } from '../../utils/accounts/account.ts';
import type { AccountState, AccountsState, VaultState } from '../../utils/accounts/state.ts';

export const acme: Account = {
  ...NEW_ACCOUNT,
  id: 'a',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['img.example.com'],
};

export const noVault: VaultState = { state: 'none', holds: [] };

/** An account as the interface sees it, with its key at hand unless said otherwise. */
export function seen(account: Partial<Account> = {}, more: Partial<AccountState> = {}) {
  const whole = { ...acme, ...account };
  return {
    account: whole,
    keyState: 'ready',
    keyHint: 'LTAI…0001',
    managed: false,
    ...more,
  } as const;
}

/** These accounts and no vault; the first is current. */
export function stateOf(
  accounts: readonly AccountState[],
  vault: VaultState = noVault,
): AccountsState {
  const [current] = accounts;
  return { accounts, vault, ...(current !== undefined && { current }) };
}
