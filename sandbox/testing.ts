import { type ClientReply, callVod, type VodCall } from './client.ts';
import type { SandboxKey } from './inventory.ts';
import type { Sandbox } from './sandbox.ts';

/** The key of the first account with the given label. */
export function keyOf(sandbox: Sandbox, label: string): SandboxKey {
  return found(sandbox.accounts[0].keys.find((key) => key.label === label));
}

/** A value that must be there. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The sandbox does not hold what the test asks for');
  return value;
}

/** A call by the first account's key that may do everything. */
export function call(
  sandbox: Sandbox,
  action: string,
  parameters: Readonly<Record<string, string>>,
  more: Partial<VodCall> = {},
): Promise<ClientReply> {
  return callVod(sandbox, { key: keyOf(sandbox, 'full'), action, parameters, ...more });
}

/** DeleteImage by addresses. */
export function deleteUrls(
  sandbox: Sandbox,
  addresses: readonly string[],
  more: Partial<VodCall> = {},
): Promise<ClientReply> {
  const parameters = { DeleteImageType: 'ImageURL', ImageURLs: addresses.join(',') };
  return call(sandbox, 'DeleteImage', parameters, more);
}

/** A JSON answer. */
export function json(reply: ClientReply): Record<string, unknown> {
  return JSON.parse(reply.text) as Record<string, unknown>;
}

/** Status and error code of an answer, `200 ` for a success. */
export function verdict(reply: ClientReply): string {
  return `${reply.status} ${json(reply).Code ?? ''}`.trim();
}
