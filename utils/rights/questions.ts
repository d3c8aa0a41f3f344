import type { Account } from '../accounts/account.ts';
import { accountById } from '../accounts/accounts.ts';
import { clientOf, KeyFault, keyFaultOf } from '../accounts/client.ts';
import { findKey, type Key } from '../keys/key.ts';
import type { AccountClients } from '../vod/patient-call.ts';
import type { AccountTest } from './account-test.ts';
import { findDomains } from './find-domains.ts';
import type { FoundDomains } from './found-domains.ts';
import { testAccount, untested } from './test-account.ts';

/** Tests an account with the key it has; see {@link testAccount}. Without one it says which is wanting. */
export async function testById(accountId: string): Promise<AccountTest> {
  const account = await accountById(accountId);
  if (account === undefined) return untested('absent');
  const found = await findKey(accountId);
  if (!found.ok) return untested(found.why);
  const hasToken = found.key.credentials.securityToken !== undefined;
  return testAccount(clientsOf(account, found.key), { hasToken });
}

/**
 * Asks VOD for the domains of an account; see {@link findDomains}.
 * @throws KeyFault when the account has no key to ask with.
 */
export async function domainsById(
  accountId: string,
  imageIds: readonly string[],
): Promise<FoundDomains> {
  const account = await accountById(accountId);
  const found = await findKey(accountId);
  if (account === undefined || !found.ok)
    throw new KeyFault(keyFaultOf(found.ok ? 'absent' : found.why));
  return findDomains(clientsOf(account, found.key), imageIds);
}

/** New clients, since the clock is measured by their first answers. */
function clientsOf({ id, region }: Account, { hint }: Key): AccountClients {
  return { own: clientOf(id, region, hint), shanghai: clientOf(id, 'cn-shanghai', hint) };
}
