import type { SandboxKey } from '../../../sandbox/inventory.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { createVodClient, type VodClient } from '../../../utils/vod/client.ts';
import type { AccountClients } from '../../../utils/vod/patient-call.ts';
import { endpointOf, type Region } from '../../../utils/vod/regions.ts';
import { Secret } from '../../../utils/vod/secret.ts';
import { fetchFrom } from './sandbox-fetch.ts';

export type Signer = Pick<SandboxKey, 'accessKeyId' | 'accessKeySecret' | 'securityToken'>;

/** @returns The key with a label of the sandbox's first account. @throws Error if there is none. */
export function keyOf(sandbox: Sandbox, label: string): SandboxKey {
  const key = sandbox.accounts[0].keys.find((one) => one.label === label);
  if (key === undefined) throw new Error(`The sandbox has no key "${label}"`);
  return key;
}

/** @returns The clients of an account in a region, as in the worker, but sending to the sandbox. */
export function clientsOf(
  sandbox: Sandbox,
  key: Signer,
  region: Region = 'cn-shanghai',
  send: typeof fetch = fetchFrom(sandbox),
): AccountClients {
  const clientFor = (one: Region): VodClient =>
    createVodClient({
      endpoint: endpointOf(one),
      fetch: send,
      credentials: () => ({
        accessKeyId: key.accessKeyId,
        accessKeySecret: new Secret(key.accessKeySecret),
        ...(key.securityToken !== undefined && { securityToken: new Secret(key.securityToken) }),
      }),
    });
  const shanghai = clientFor('cn-shanghai');
  return { own: region === 'cn-shanghai' ? shanghai : clientFor(region), shanghai };
}
