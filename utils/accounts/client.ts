import { renewed } from '../keys/fetched.ts';
import { createVodClient, type VodClient } from '../vod/client.ts';
import type { Credentials } from '../vod/credentials.ts';
import { endpointOf, type Region } from '../vod/regions.ts';
import { accountById } from './accounts.ts';
import { type LookUpFault, lookUp, ownerOf } from './look-up.ts';

/** Why a call cannot be signed: there is no key, or another one than was confirmed. */
export type KeyFaultCode = LookUpFault | 'other-key';

/** The account's key went away, or is another than the one that was confirmed. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
  readonly code: KeyFaultCode;

  constructor(code: KeyFaultCode) {
    super(code);
    this.code = code;
  }
}

/**
 * A client of an account that signs with one key only: its calls reject with a {@link KeyFault}
 * once the account has none or another. With a job's id it also signs with what was held for that
 * job. A call that VOD refuses because the token has ended is made once more if the account's
 * credentials URI gives another token.
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
  // Set right before each call, which takes it at once: so it is known by which key a call was signed.
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
 * Looks an account up and makes a client that signs with the key that it has now.
 * @param region The region that is spoken to; the account's own if absent.
 */
export async function clientFor(
  accountId: string,
  region?: Region,
): Promise<VodClient | LookUpFault> {
  const found = await lookUp(accountId);
  if (!found.ok) return found.why;
  return clientOf(accountId, region ?? found.account.region, found.key.hint);
}
