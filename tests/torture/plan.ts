import type { SandboxAccount, SandboxImage } from '../../sandbox/inventory.ts';
import type { Account } from '../../utils/accounts/account.ts';
import { type Item, itemById } from '../../utils/collection/item.ts';
import { draftPlan } from '../../utils/plan/draft.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import type { SnapshotSet } from '../../utils/vod/input.ts';

/** @returns The item of an uploaded image that is found by its address. */
export function byAddress({ addresses }: Pick<SandboxImage, 'addresses'>): Item {
  const { host, pathname } = new URL(addresses.plain);
  return {
    key: `${host}${pathname}`.toLowerCase(),
    kind: 'image',
    certainty: 'strict',
    standing: 'mine',
    addresses: [addresses.plain],
    carriers: [],
  };
}

/** @returns The item of an image that is found by its id. */
export function byId(imageId: string): Item {
  return itemById('image-id', imageId);
}

/** @returns The item of a video that is found by its id. */
export function byVideo(videoId: string): Item {
  return itemById('video-id', videoId);
}

/**
 * @returns The product's own plan of all items.
 * @throws Error if it leaves one out.
 */
export function planOf(items: readonly Item[], account: Account, keyHint: string): Plan {
  const types: SnapshotSet = ['NormalSnapshot'];
  const { plan, leftOut } = draftPlan(items, account, { types, videoIds: [] }, undefined, keyHint);
  if (plan === undefined || plan.targets.length !== items.length) {
    throw new Error(`The plan left out ${leftOut.length} items: ${leftOut[0]?.reason}`);
  }
  return plan;
}

/** @returns The image with its id and file name reversed, which VOD never had. */
export function neverThere(image: SandboxImage): SandboxImage {
  const swap = (text: string): string =>
    text.replace(/[0-9a-f]{32}/i, (hex) => [...hex].reverse().join(''));
  const { plain } = image.addresses;
  return {
    ...image,
    imageId: swap(image.imageId),
    path: swap(image.path),
    addresses: { ...image.addresses, plain: swap(plain) },
  };
}

/** @returns The path of each target by position; undefined for a video or an unknown id. */
export function pathsOf(plan: Plan, { images }: SandboxAccount): readonly (string | undefined)[] {
  const ofId = new Map(images.map(({ imageId, path }) => [imageId, path]));
  return plan.targets.map((target) => {
    if (target.by === 'url') return new URL(target.address).pathname;
    return target.by === 'id' ? ofId.get(target.imageId) : undefined;
  });
}
