import type { Account } from '../data/accounts.ts';
import { addressOf, type Via } from '../data/addresses.ts';
import type { SnapshotKind, UploadedImage, Video } from '../data/objects.ts';
import type { World } from '../data/world.ts';

/** The address of a VOD image on a page. */
export interface HeldAddress {
  readonly kind: 'image' | 'cover' | 'snapshot' | 'sprite';
  /** As it is on the page, without escapes. */
  readonly address: string;
  /** Without its query, as a deletion names it. */
  readonly bare: string;
  /** The account that owns it. */
  readonly account: string;
  /** The kind of place where it is on the page. */
  readonly carrier: string;
  /** For uploaded images: the id in the API, which is not part of the address. */
  readonly imageId?: string;
  readonly videoId?: string;
}

/** An id on a page: the value of a key. */
export interface HeldId {
  readonly kind: 'ImageId' | 'VideoId';
  readonly id: string;
  readonly account: string;
  readonly carrier: string;
}

/** The VOD images and ids on a page, and the addresses that only look similar. */
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

/** Supplies the addresses and ids of a page and records them, so that both always agree. */
export class Holdings implements PageHoldings {
  readonly addresses: HeldAddress[] = [];
  readonly ids: HeldId[] = [];
  readonly lookAlikes: string[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** @returns The address of an uploaded image for a carrier, with `query` added. */
  image(account: Account, image: UploadedImage, via: Via, carrier: string, query = ''): string {
    return this.#hold(account, image.path, via, query, {
      kind: image.imageType === 'cover' ? 'cover' : 'image',
      carrier,
      imageId: image.imageId,
    });
  }

  /**
   * @returns The address of a video's n-th snapshot of a kind, counted from 0.
   * @throws RangeError if there is no such snapshot.
   */
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

  /**
   * Records an id that is the value of a key.
   * @returns The id.
   */
  id(account: Account, kind: HeldId['kind'], id: string, carrier: string): string {
    this.ids.push({ kind, id, account: account.name, carrier });
    return id;
  }

  /**
   * Records an address that is not a VOD image.
   * @returns The address.
   */
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
