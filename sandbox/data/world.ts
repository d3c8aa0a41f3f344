import { type Account, type DataOptions, makeAccounts } from './accounts.ts';
import { partsOf } from './addresses.ts';
import { type AccessKey, type Session, session } from './keys.ts';
import type { StoredObject } from './objects.ts';

const hour = 3_600_000;

/** What an address refers to: a path of an account. */
export interface Located {
  readonly account: Account;
  readonly path: string;
  readonly bare: boolean;
}

/** A key and its account. */
export interface Owned {
  readonly account: Account;
  readonly key: AccessKey;
}

/** The accounts with their keys, and the files at their origin. */
export class World {
  readonly accounts: readonly [Account, Account];
  /** When signed addresses of this data expire, in milliseconds since 1970. */
  readonly expires: number;
  readonly #stores: ReadonlyMap<Account, Map<string, StoredObject>>;
  readonly #keys = new Map<string, Owned>();
  readonly #tokens = new Set<string>();
  #minted = 0;

  constructor(options: DataOptions) {
    this.accounts = makeAccounts(options);
    this.expires = options.now + 24 * hour;
    this.#stores = new Map(this.accounts.map((account) => [account, storeOf(account)]));
    for (const account of this.accounts) for (const key of account.keys) this.#keep(account, key);
  }

  /** Makes an STS triple that signs for an account until its token expires. */
  mint(account: Account, wanted: Session): AccessKey {
    this.#minted += 1;
    const key = session(this.#minted, Date.now(), wanted);
    this.#keep(account, key);
    return key;
  }

  /** @returns The key with this id, also if it was minted. */
  keyOf(accessKeyId: string): Owned | undefined {
    return this.#keys.get(accessKeyId);
  }

  /** @returns Whether any key has this token. */
  hasToken(token: string): boolean {
    return this.#tokens.has(token);
  }

  /** @returns The account that owns a bucket or a domain. */
  accountOf(host: string): Account | undefined {
    return this.accounts.find(
      (account) =>
        account.bucket === host || account.domains.some((domain) => domain.host === host),
    );
  }

  /** @returns The account and path of an address, whether or not the file exists. */
  locate(address: string): Located | undefined {
    const parts = partsOf(address);
    const account = parts && this.accountOf(parts.host);
    return account && { account, path: parts.path, bare: parts.bare };
  }

  /** @returns The file at the origin, if it exists. */
  get(account: Account, path: string): StoredObject | undefined {
    return this.#stores.get(account)?.get(path);
  }

  /** @returns All files of an account that still exist. */
  objects(account: Account): readonly StoredObject[] {
    return [...(this.#stores.get(account)?.values() ?? [])];
  }

  /** Removes a file from the origin for good. */
  remove(account: Account, path: string): void {
    this.#stores.get(account)?.delete(path);
  }

  /** @returns Whether the origin still has the file; scheme, query and domain do not matter. */
  exists(address: string): boolean {
    const located = this.locate(address);
    return located !== undefined && this.get(located.account, located.path) !== undefined;
  }

  #keep(account: Account, key: AccessKey): void {
    this.#keys.set(key.accessKeyId, { account, key });
    if (key.securityToken !== undefined) this.#tokens.add(key.securityToken);
  }
}

function storeOf(account: Account): Map<string, StoredObject> {
  const objects: StoredObject[] = [
    ...account.images.map((image) => ({
      path: image.path,
      content: { picture: image.picture },
      image,
    })),
    ...account.videos.flatMap((video) => [
      ...video.snapshots.map((snapshot) => ({
        path: snapshot.path,
        content: snapshot.content,
        snapshot,
      })),
      { path: video.playPath, content: { bytes: emptyFilm, type: 'video/mp4' } },
    ]),
    // An ordinary file on a VOD domain: VOD did not make it, and its API cannot delete it.
    {
      path: '/assets/logo.png',
      content: {
        picture: {
          width: 160,
          height: 160,
          format: 'png',
          columns: 1,
          scenes: [{ number: 4, moment: 0 }],
        },
      },
    },
  ];
  return new Map(objects.map((object) => [object.path, object]));
}

const emptyFilm = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08free', 'latin1');
