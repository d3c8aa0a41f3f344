import { type ClientReply, callVod, type VodCall } from './client.ts';
import type { SandboxKey } from './inventory.ts';
import type { Sandbox } from './sandbox.ts';

/** @returns The key of the first account with this label. */
export function keyOf(sandbox: Sandbox, label: string): SandboxKey {
  return found(sandbox.accounts[0].keys.find((key) => key.label === label));
}

/** Returns a value that must exist; throws an Error if it does not. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The sandbox does not hold what the test asks for');
  return value;
}

/** Sends a call with the first account's key that may do everything. */
export function call(
  sandbox: Sandbox,
  action: string,
  parameters: Readonly<Record<string, string>>,
  more: Partial<VodCall> = {},
): Promise<ClientReply> {
  return callVod(sandbox, { key: keyOf(sandbox, 'full'), action, parameters, ...more });
}

/** Calls DeleteImage with addresses. */
export function deleteUrls(
  sandbox: Sandbox,
  addresses: readonly string[],
  more: Partial<VodCall> = {},
): Promise<ClientReply> {
  const parameters = { DeleteImageType: 'ImageURL', ImageURLs: addresses.join(',') };
  return call(sandbox, 'DeleteImage', parameters, more);
}

/** @returns The parsed JSON of an answer. */
export function json(reply: ClientReply): Record<string, unknown> {
  return JSON.parse(reply.text) as Record<string, unknown>;
}

/** @returns Status and error code of an answer; only `200` for a success. */
export function verdict(reply: ClientReply): string {
  return `${reply.status} ${json(reply).Code ?? ''}`.trim();
}
