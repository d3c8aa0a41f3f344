import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Key } from '../keys/key.ts';
import { type Account, NEW_ACCOUNT } from './account.ts';
import { lookUp } from './look-up.ts';

/** @returns An account with this id. */
export function accountOf(id: string, parts: Partial<Account> = {}): Account {
  return {
    ...NEW_ACCOUNT,
    id,
    name: `Account ${id}`,
    region: 'cn-shanghai',
    ownDomains: [`${id}.example`],
    ...parts,
  };
}

export const inVault = { key: { from: 'vault' } } as const satisfies Partial<Account>;

/** @returns Everything in a storage area. */
export async function stored(area: 'local' | 'session'): Promise<Record<string, unknown>> {
  return fakeBrowser.storage[area].get(null);
}

const WRITES = [
  ['local', 'set'],
  ['local', 'remove'],
  ['session', 'set'],
  ['session', 'remove'],
] as const;

/**
 * Makes writes to storage fail, as they do when the worker is killed.
 * @param number The first write that fails, from 0; all later ones fail too, unless `onlyThat`.
 *   With `carriedOut` this first write is done all the same, but its promise rejects.
 * @returns A function that counts the writes, and one that makes them succeed again.
 */
export function failWrites(
  number: number,
  { carriedOut = false, onlyThat = false } = {},
): { count(): number; end(): void } {
  let count = 0;
  const spies = WRITES.map(([area, method]) => {
    const storage = fakeBrowser.storage[area];
    const write = storage[method].bind(storage) as (input: unknown) => Promise<void>;
    return vi.spyOn(storage, method).mockImplementation((async (input: unknown) => {
      const mine = count++;
      const fails = onlyThat ? mine === number : mine >= number;
      if (!fails) return write(input);
      if (carriedOut && mine === number) await write(input);
      throw new Error('The worker was killed');
    }) as never);
  });
  return {
    count: () => count,
    end: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

/** @returns The key that signs for an account now, or `undefined`. */
export async function keyAt(accountId: string): Promise<Key | undefined> {
  const found = await lookUp(accountId);
  return found.ok ? found.key : undefined;
}
