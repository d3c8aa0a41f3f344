import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { RecordedCall } from '../../sandbox/vod/calls.ts';

/** @returns The bare addresses of Acme's images on a page that can be deleted by address. */
export function deletable(sandbox: Sandbox, path: string): string[] {
  const acme = sandbox.accounts[0].name;
  const own = sandbox
    .expectedOn(path)
    .addresses.filter(({ account, videoId }) => account === acme && videoId === undefined);
  return [...new Set(own.map(({ bare }) => bare))];
}

/** @returns The DeleteImage calls that reached the sandbox, in order. */
export function deletions(sandbox: Sandbox): RecordedCall[] {
  return sandbox.calls.filter(({ action }) => action === 'DeleteImage');
}

/** @returns The number of rows for a page of the demo site, if the account has its own domains. */
export function rowsOf(sandbox: Sandbox, path: string): number {
  const { addresses, ids } = sandbox.expectedOn(path);
  // An image under several hosts of the account is one row.
  const paths = addresses.map(({ bare }) => new URL(bare).pathname);
  return new Set([...paths, ...ids.map(({ id }) => id)]).size;
}
