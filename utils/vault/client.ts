import { createVodClient, type VodClient } from '../vod/client.ts';
import { endpointOf, type Region } from '../vod/regions.ts';
import { credentialsOf } from './accounts.ts';

/**
 * A client of an account that signs with the credentials there are at each call, so that a renewed
 * key is used at once. Its calls reject when the account has no key any more.
 */
export function clientOf(accountId: string, region: Region): VodClient {
  return createVodClient({
    endpoint: endpointOf(region),
    credentials: async () => {
      const key = await credentialsOf(accountId);
      if (key === undefined) throw new Error('The account has no key any more');
      return key;
    },
  });
}
