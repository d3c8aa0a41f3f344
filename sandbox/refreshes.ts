import { type Cdn, cacheAddress } from './cdn.ts';
import type { Account } from './data/accounts.ts';
import type { SettingsBoard } from './settings.ts';

/** The types of refreshes; VOD also has patterns (`Regex`), which the sandbox does not support. */
export const refreshTypes = ['File', 'Directory', 'IgnoreParams'] as const;

export type RefreshType = (typeof refreshTypes)[number];

/** One address that is or was refreshed. */
export interface RefreshTask {
  readonly id: string;
  readonly account: string;
  /** As the caller wrote it. */
  readonly objectPath: string;
  readonly domain: string;
  readonly type: RefreshType;
  readonly created: number;
  /** When the CDN forgets its copies, in milliseconds since 1970. */
  readonly done: number;
}

/** How many addresses and folders an account may refresh, and how many are left. */
export interface RefreshQuota {
  readonly urls: number;
  readonly urlsLeft: number;
  readonly folders: number;
  readonly foldersLeft: number;
}

const firstId = 70_422_000_000;

/** The refreshes of all accounts. Tasks of one domain within a second share an id. */
export class Refreshes {
  readonly #cdn: Cdn;
  readonly #settings: SettingsBoard;
  readonly #tasks: RefreshTask[] = [];

  constructor(cdn: Cdn, settings: SettingsBoard) {
    this.#cdn = cdn;
    this.#settings = settings;
  }

  clear(): void {
    this.#tasks.length = 0;
  }

  /** @returns The tasks of an account, the newest first. */
  tasksOf(account: Account): readonly RefreshTask[] {
    return this.#tasks.filter((task) => task.account === account.name).reverse();
  }

  quotaOf(account: Account): RefreshQuota {
    const { refreshUrls: urls, refreshFolders: folders } = this.#settings.values;
    const tasks = this.tasksOf(account);
    const addresses = tasks.filter(({ type }) => byAddress(type)).length;
    return {
      urls,
      urlsLeft: Math.max(0, urls - addresses),
      folders,
      foldersLeft: Math.max(0, folders - (tasks.length - addresses)),
    };
  }

  /** @returns Whether the quota allows `count` more refreshes of this type. */
  hasRoom(account: Account, type: RefreshType, count: number): boolean {
    const { urlsLeft, foldersLeft } = this.quotaOf(account);
    return count <= (byAddress(type) ? urlsLeft : foldersLeft);
  }

  /**
   * Starts to refresh addresses.
   * @returns The ids of the tasks.
   */
  submit(
    account: Account,
    type: RefreshType,
    addresses: ReadonlyMap<string, URL>,
  ): readonly string[] {
    const created = Date.now();
    const done = created + this.#settings.values.refreshDelay;
    const ids = new Set<string>();
    for (const [objectPath, address] of addresses) {
      const domain = address.hostname;
      const id = this.#idFor(account, domain, created);
      ids.add(id);
      this.#tasks.push({ id, account: account.name, objectPath, domain, type, created, done });
      this.#cdn.forget(meaning(type, cacheAddress(address)), done);
    }
    return [...ids];
  }

  #idFor(account: Account, domain: string, created: number): string {
    const second = Math.floor(created / 1000);
    const same = this.#tasks.find(
      (task) =>
        task.account === account.name &&
        task.domain === domain &&
        Math.floor(task.created / 1000) === second,
    );
    return same?.id ?? String(firstId + this.#tasks.length + 1);
  }
}

function byAddress(type: RefreshType): boolean {
  return type !== 'Directory';
}

/** @returns A test that tells, by its stored address, whether a refresh covers a copy. */
function meaning(type: RefreshType, wanted: URL): (stored: URL) => boolean {
  const sameHost = (stored: URL): boolean => stored.hostname === wanted.hostname;
  switch (type) {
    case 'File':
      return (stored) => stored.href === wanted.href;
    case 'IgnoreParams':
      return (stored) => sameHost(stored) && stored.pathname === wanted.pathname;
    case 'Directory':
      return (stored) => sameHost(stored) && stored.pathname.startsWith(wanted.pathname);
  }
}
