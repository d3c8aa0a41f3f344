import { createVodClient, type VodClient } from '../vod/client.ts';
import { endpointOf, type Region } from '../vod/regions.ts';
import { keyOf } from './accounts.ts';

/** The account's key went away, or is another than the one that was confirmed. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
  readonly code: 'no-key' | 'other-key';

  constructor(code: KeyFault['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * A client of an account that signs with one key only: its calls reject with a {@link KeyFault}
 * once the account has none or another.
 */
export function clientOf(accountId: string, region: Region, keyHint: string): VodClient {
  return createVodClient({
    endpoint: endpointOf(region),
    credentials: async () => {
      const key = await keyOf(accountId);
      if (key === undefined) throw new KeyFault('no-key');
      if (key.hint !== keyHint) throw new KeyFault('other-key');
      return key.credentials;
    },
  });
}
