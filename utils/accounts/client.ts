import { renewed } from '../keys/fetched.ts';
import { createVodClient, type VodClient } from '../vod/client.ts';
import type { Credentials } from '../vod/credentials.ts';
import { endpointOf, type Region } from '../vod/regions.ts';
import { accountById } from './accounts.ts';
import { type LookUpFault, lookUp, ownerOf } from './look-up.ts';

/** Why a call cannot be signed: there is no key, or it is not the confirmed one. */
export type KeyFaultCode = LookUpFault | 'other-key';

/** The account has no key any more, or its key is not the confirmed one. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
  readonly code: KeyFaultCode;

  constructor(code: KeyFaultCode) {
    super(code);
    this.code = code;
  }
}

/**
 * A client that signs with one key only. If VOD refuses a call because the token has expired, the
 * call is made once more when the account's credentials URI returns another token.
 * @param keyHint The key. Calls reject with a {@link KeyFault} if the account has another or none.
 * @param jobId A job: the client also signs with the key that was kept for it as the vault locked.
 */
export function clientOf(
  accountId: string,
  region: Region,
  keyHint: string,
  jobId?: string,
): VodClient {
  const keyNow = async () => {
    const found = await lookUp(accountId, jobId);
    if (!found.ok) throw new KeyFault(found.why);
    if (found.key.hint !== keyHint) throw new KeyFault('other-key');
    return found.key.credentials;
  };
  // Set right before each call, which reads it at once, so that the key of each call is known.
  let signer: Credentials;
  const client = createVodClient({ endpoint: endpointOf(region), credentials: () => signer });
  return {
    get clockOffsetMs() {
      return client.clockOffsetMs;
    },
    describe: (operation, credentials) => client.describe(operation, credentials),
    async call(operation, signal) {
      const mine = await keyNow();
      signer = mine;
      const answer = await client.call(operation, signal);
      if (answer.ok || answer.error.kind !== 'token-expired') return answer;
      const account = await accountById(accountId);
      if (account === undefined) return answer;
      if (!(await renewed(ownerOf(account), mine.accessKeyId))) return answer;
      signer = await keyNow();
      return client.call(operation, signal);
    },
  };
}

/**
 * Makes a client that signs with the key that the account has now.
 * @param region The region to call; the account's own if absent.
 */
export async function clientFor(
  accountId: string,
  region?: Region,
): Promise<VodClient | LookUpFault> {
  const found = await lookUp(accountId);
  if (!found.ok) return found.why;
  return clientOf(accountId, region ?? found.account.region, found.key.hint);
}
