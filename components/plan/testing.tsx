import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { NEW_ACCOUNT } from '../../utils/accounts/account.ts';
import { understand } from '../../utils/accounts/managed.ts';
import type { AccountState, VaultState } from '../../utils/accounts/state.ts';
import type { Item } from '../../utils/collection/item.ts';
import { show } from '../shared/testing.ts';
import { DeleteDialog } from './DeleteDialog.tsx';

/** The account that tests delete with. */
export const current: AccountState = {
  account: {
    ...NEW_ACCOUNT,
    id: 'a',
    name: 'Acme',
    region: 'cn-shanghai',
    ownDomains: ['img.example.com'],
  },
  keyState: 'ready',
  managed: false,
  keyHint: 'LTAI…0001',
};

/** No vault was made. */
export const noVault: VaultState = { state: 'none', holds: [] };

/** The id of a video; the only image id is the same. */
export const video = 'a'.repeat(32);
/** The id of another video. */
export const otherVideo = 'e'.repeat(32);
/** An uploaded image of a number; of another host it is not known to be the account’s. */
export const picture = (at: number, host = 'img.example.com'): Item => ({
  key: `${host}/${at}`,
  kind: 'image',
  certainty: 'strict',
  standing: host === 'img.example.com' ? 'mine' : 'unknown',
  addresses: [`https://${host}/image/default/${String(at).padStart(32, '0')}-6-2.png?auth_key=1`],
  carriers: ['img'],
});
/** A snapshot of `video`. */
export const snapshot: Item = {
  ...picture(900),
  kind: 'snapshot',
  videoId: video,
  addresses: [`https://img.example.com/${video}/snapshots/${'b'.repeat(32)}-00001.jpg`],
};

/** An image by its id. */
export const imageId: Item = {
  key: `image-id:${video}`,
  kind: 'image-id',
  certainty: 'strict',
  standing: 'unknown',
  addresses: [],
  imageId: video,
  carriers: ['script'],
};

/** `otherVideo` by its id. */
export const videoId: Item = {
  ...imageId,
  key: `video-id:${otherVideo}`,
  kind: 'video-id',
  videoId: otherVideo,
};

/** An answer of VOD that says nothing. */
export const nothing = { images: {}, missing: [], videos: {}, unasked: [] };

/** Called with the job that was started. */
export const started = vi.fn();
/** Shows the dialog for some items. */
export const open = (items: readonly Item[], state = current, vault = noVault, managed = {}) =>
  show(
    <DeleteDialog
      request={{ items }}
      current={state}
      vault={vault}
      managed={understand(managed)}
      onClose={vi.fn()}
      onStarted={started}
    />,
  );
/** The last button of the dialog, which deletes. */
export const confirmButton = () => {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('dialog button')];
  const last = buttons.at(-1);
  if (last === undefined) throw new Error('There is no button');
  return last;
};

/** Types the number that confirms. */
export const typeNumber = async (text: string) => {
  const input = document.querySelector<HTMLInputElement>('dialog input[type="text"]');
  if (input === null) throw new Error('There is no field to type the number into');
  await act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

/** The label that ends so. */
export const labelOf = (name: string) => {
  const labels = [...document.querySelectorAll('label')];
  const found = labels.find((label) => label.textContent?.endsWith(name));
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};

/** Ticks the box whose label ends so, or takes its tick away. */
export const tick = (name: string) => act(() => void labelOf(name).querySelector('input')?.click());
/** Waits for what was answered. */
export const settle = () => act(() => Promise.resolve());
/** All that the dialog says. */
export const text = () => document.querySelector('dialog')?.textContent ?? '';
