import type { Account } from '../data/accounts.ts';
import { addressOf, type Via } from '../data/addresses.ts';
import type { SnapshotKind, UploadedImage, Video } from '../data/objects.ts';
import type { World } from '../data/world.ts';

/** An address of a VOD image that stands on a page. */
export interface HeldAddress {
  readonly kind: 'image' | 'cover' | 'snapshot' | 'sprite';
  /** As it stands on the page, escapes undone. */
  readonly address: string;
  /** Without its query: what a deletion would name. */
  readonly bare: string;
  /** The account that owns it. */
  readonly account: string;
  /** Where on the page it stands. */
  readonly carrier: string;
  /** For uploaded images: the id the API knows it by, which the address does not tell. */
  readonly imageId?: string;
  readonly videoId?: string;
}

/** An id that stands on a page under a key. */
export interface HeldId {
  readonly kind: 'ImageId' | 'VideoId';
  readonly id: string;
  readonly account: string;
  readonly carrier: string;
}

/** All of VOD that a page holds, and what only looks like it. */
export interface PageHoldings {
  readonly addresses: readonly HeldAddress[];
  readonly ids: readonly HeldId[];
  /** Addresses on the page that are not VOD images. */
  readonly lookAlikes: readonly string[];
}

const kinds: Readonly<Record<SnapshotKind, HeldAddress['kind'] | undefined>> = {
  CoverSnapshot: 'cover',
  NormalSnapshot: 'snapshot',
  SpriteSnapshot: 'sprite',
  SpriteOriginSnapshot: 'sprite',
  WebVttSnapshot: undefined,
};

/** Hands out what a page is made of and keeps the list of it, so that the two cannot differ. */
export class Holdings implements PageHoldings {
  readonly addresses: HeldAddress[] = [];
  readonly ids: HeldId[] = [];
  readonly lookAlikes: string[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** The address of an uploaded image, to stand in a carrier; `query` is added to it. */
  image(account: Account, image: UploadedImage, via: Via, carrier: string, query = ''): string {
    return this.#hold(account, image.path, via, query, {
      kind: image.imageType === 'cover' ? 'cover' : 'image',
      carrier,
      imageId: image.imageId,
    });
  }

  /** The address of a video's n-th snapshot of a kind, counted from 0. */
  snapshot(
    account: Account,
    video: Video,
    kind: SnapshotKind,
    index: number,
    via: Via,
    carrier: string,
  ): string {
    const snapshot = video.snapshots.filter((one) => one.kind === kind)[index];
    if (!snapshot) throw new RangeError(`The video "${video.title}" has no ${kind} ${index}`);
    const held = kinds[kind];
    if (!held) return this.notVod(addressOf(account, snapshot.path, via, this.#world.expires));
    return this.#hold(account, snapshot.path, via, '', {
      kind: held,
      carrier,
      videoId: video.videoId,
    });
  }

  /** An id that stands under a key. */
  id(account: Account, kind: HeldId['kind'], id: string, carrier: string): string {
    this.ids.push({ kind, id, account: account.name, carrier });
    return id;
  }

  /** An address that is not a VOD image. */
  notVod(address: string): string {
    this.lookAlikes.push(address);
    return address;
  }

  #hold(
    account: Account,
    path: string,
    via: Via,
    query: string,
    more: Pick<HeldAddress, 'kind' | 'carrier'> & { imageId?: string; videoId?: string },
  ): string {
    const address = addressOf(account, path, via, this.#world.expires) + query;
    this.addresses.push({
      address,
      bare: address.replace(/\?.*$/, ''),
      account: account.name,
      ...more,
    });
    return address;
  }
}
