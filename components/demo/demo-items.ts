import { type Account, NEW_ACCOUNT } from '../../utils/accounts/account.ts';
import type { AccountState } from '../../utils/accounts/state.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { SightingKind } from '../../utils/spotting/sighting.ts';

/** No host can have a name in `.invalid` (RFC 6761), so no request can reach one. */
const HOST = 'vod.demo.invalid';
const OTHER_HOST = 'cdn.other.invalid';
const VIDEO = '5aed81b74ba84920be578cdfe004af4b';

interface DemoImage {
  readonly kind: SightingKind;
  readonly address: string;
  /** The name of its file in `public/demo`, without `.svg`. */
  readonly picture: string;
}

const upload = (id: string, host = HOST) => `https://${host}/image/default/${id}-6-2.png`;
const snapshot = (at: number) =>
  `https://${HOST}/${VIDEO}/snapshots/9c1f2b7ad0e84cf5a3d6b8e2f4071c59-0000${at}.jpg`;

/** The demo's images: of an account, of one video, and one of another owner. */
export const DEMO_IMAGES: readonly DemoImage[] = [
  { kind: 'image', address: upload('41AE7ADABBE74F5DB1A4A3F9B20C8E11'), picture: 'harbour' },
  { kind: 'image', address: upload('8C02F3D19B7A4E06A1D5C7E90B3F6482'), picture: 'meadow' },
  { kind: 'image', address: upload('D37B60E4A5C94182B9F06E1D2A7C5038'), picture: 'dunes' },
  {
    kind: 'cover',
    address: `https://${HOST}/${VIDEO}/covers/2f6d9e0b7c5a41388ea1d0c4b7f39652-00001.jpg`,
    picture: 'night',
  },
  { kind: 'snapshot', address: snapshot(1), picture: 'forest' },
  { kind: 'snapshot', address: snapshot(2), picture: 'night' },
  {
    kind: 'image',
    address: upload('0F9B3C7E5D2A48619C84E7A1B6D05F32', OTHER_HOST),
    picture: 'glacier',
  },
];

/** The demo's images as items for the review. */
export const DEMO_ITEMS: readonly Item[] = DEMO_IMAGES.map(({ kind, address }) => {
  const { host, pathname } = new URL(address);
  return {
    key: host + pathname.toLowerCase(),
    kind,
    certainty: 'strict',
    standing: host === HOST ? 'mine' : 'unknown',
    addresses: [address],
    carriers: ['img'],
    ...(pathname.startsWith(`/${VIDEO}/`) && { videoId: VIDEO }),
  };
});

/** @returns The account that the demo's images belong to. It has no key. */
export function demoAccount(name: string): AccountState {
  const account: Account = {
    ...NEW_ACCOUNT,
    id: 'demo',
    name,
    region: 'cn-shanghai',
    ownDomains: [HOST],
  };
  return { account, keyState: 'absent', managed: false };
}
