import { renewed } from '../keys/fetched.ts';
import { findKey, type KeyLack } from '../keys/key.ts';
import { createVodClient, type VodClient } from '../vod/client.ts';
import type { Credentials } from '../vod/credentials.ts';
import { endpointOf, type Region } from '../vod/regions.ts';

/** Why an account has no key for what is asked of it. */
export type KeyFaultCode = 'no-key' | 'other-key' | Exclude<KeyLack, 'absent'>;

/** The account's key went away, or is another than the one that was confirmed. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
  readonly code: KeyFaultCode;

  constructor(code: KeyFaultCode) {
    super(code);
    this.code = code;
  }
}

/** The lack of a key as a fault. */
export function keyFaultOf(lack: KeyLack): Exclude<KeyFaultCode, 'other-key'> {
  return lack === 'absent' ? 'no-key' : lack;
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
    const found = await findKey(accountId, jobId);
    if (!found.ok) throw new KeyFault(keyFaultOf(found.why));
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
      if (!(await renewed(accountId, mine.accessKeyId))) return answer;
      signer = await keyNow();
      return client.call(operation, signal);
    },
  };
}
