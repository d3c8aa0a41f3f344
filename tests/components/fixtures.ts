import { type Account, NEW_ACCOUNT } from '../../utils/accounts/account.ts';
import type { AccountState, AccountsState, VaultState } from '../../utils/accounts/state.ts';
import { type Item, itemById } from '../../utils/collection/item.ts';
import type { Asked } from '../../utils/plan/ask.ts';
import type { PageSighting } from '../../utils/tabs/reports/page-sightings.ts';

/** The account that tests act with. */
export const acme: Account = {
  ...NEW_ACCOUNT,
  id: 'a',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['img.example.com'],
};

/** An account as the interface sees it; its key is ready by default. */
export function seen(account: Partial<Account> = {}, more: Partial<AccountState> = {}) {
  const state: AccountState = {
    account: { ...acme, ...account },
    keyState: 'ready',
    keyHint: 'LTAI…0001',
    managed: false,
    ...more,
  };
  return state;
}

/** A vault in a state; empty by default. */
export function vaultIn(
  state: VaultState['state'],
  holds: readonly string[] = [],
  more: Partial<VaultState> = {},
): VaultState {
  return { state, holds, ...more };
}

/** No vault was created. */
export const noVault: VaultState = vaultIn('none');

/** These accounts, of which the first is current; no vault by default. */
export function stateOf(
  accounts: readonly AccountState[],
  vault: VaultState = noVault,
): AccountsState {
  const [current] = accounts;
  return { accounts, vault, ...(current !== undefined && { current }) };
}

/** An image by its address, on the account's own domain or elsewhere. */
export function itemAt(address: string, more: Partial<Item> = {}): Item {
  const { host, pathname } = new URL(address);
  return {
    key: host + pathname,
    kind: 'image',
    certainty: 'strict',
    standing: acme.ownDomains.includes(host) ? 'mine' : 'unknown',
    addresses: [address],
    carriers: ['img'],
    ...more,
  };
}

/** An image by its address, as it was spotted on a page. */
export function sightingAt(address: string, page = 'https://www.example.com/'): PageSighting {
  const { key, kind, certainty, addresses, carriers } = itemAt(address);
  return { key, kind, certainty, addresses, carriers, page };
}

/** The id of a video; `imageId` has the same id. */
export const video = 'a'.repeat(32);

/** The id of another video. */
export const otherVideo = 'e'.repeat(32);

/** The uploaded image with a number; on another host it is not known to be the account's. */
export const picture = (at: number, host = 'img.example.com'): Item =>
  itemAt(`https://${host}/image/default/${String(at).padStart(32, '0')}-6-2.png?auth_key=1`, {
    key: `${host}/${at}`,
  });

/** A snapshot of `video`. */
export const snapshot: Item = itemAt(
  `https://img.example.com/${video}/snapshots/${'b'.repeat(32)}-00001.jpg`,
  { key: 'img.example.com/900', kind: 'snapshot', videoId: video },
);

/** An image by its id. */
export const imageId: Item = itemById('image-id', video, { carriers: ['script'] });

/** `otherVideo` by its id. */
export const videoId: Item = itemById('video-id', otherVideo, { carriers: ['script'] });

/** An empty answer of VOD. */
export const nothing: Asked = { images: {}, missing: [], videos: {}, unasked: [] };
