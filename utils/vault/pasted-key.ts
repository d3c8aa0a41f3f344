import type { StoredCredentials } from './account.ts';

/** Reads credentials out of what was pasted; `undefined` when there are none in it. */
export function readPastedKey(_text: string): StoredCredentials | undefined {
  return undefined;
}
