import type { Account } from '../accounts/account.ts';
import { clientOf, KeyFault } from '../accounts/client.ts';
import { lookUp } from '../accounts/look-up.ts';
import { readingOf } from '../accounts/reading.ts';
import type { Key } from '../keys/key.ts';
import type { AccountClients } from '../vod/patient-call.ts';
import { findDomains } from './find-domains.ts';
import type { AccountTest, FoundDomains } from './results.ts';
import { testAccount, untested } from './test-account.ts';

/**
 * Tests an account with its present key; see {@link testAccount}. Without a key the result says why
 * there is none.
 */
export async function testById(accountId: string): Promise<AccountTest> {
  const found = await lookUp(accountId);
  if (!found.ok) return untested(found.why);
  const hasToken = found.key.credentials.securityToken !== undefined;
  return testAccount(clientsOf(found.account, found.key), { hasToken, call: readingOf(accountId) });
}

/**
 * Asks VOD for the domains of an account; see {@link findDomains}.
 * @throws KeyFault when the account has no key.
 */
export async function domainsById(
  accountId: string,
  imageIds: readonly string[],
): Promise<FoundDomains> {
  const found = await lookUp(accountId);
  if (!found.ok) throw new KeyFault(found.why);
  return findDomains(clientsOf(found.account, found.key), imageIds, readingOf(accountId));
}

/** Makes new clients, since their first answers measure the clock. */
function clientsOf({ id, region }: Account, { hint }: Key): AccountClients {
  return { own: clientOf(id, region, hint), shanghai: clientOf(id, 'cn-shanghai', hint) };
}
