/** What can be set while the sandbox runs. */
export interface Settings {
  /** Seconds that a token from the credentials URI is good for. */
  readonly credentialsLifetime: number;
  /** Milliseconds from RefreshVodObjectCaches until the CDN has forgotten the file. */
  readonly refreshDelay: number;
  /** Addresses that an account may have refreshed. */
  readonly refreshUrls: number;
  /** Folders that an account may have refreshed. */
  readonly refreshFolders: number;
  /** Domains that DescribeVodUserDomains lists besides those that are played. */
  readonly moreDomains: number;
  /** 1: the CDN serves only requests that the demo site's own pages made, by their Referer. */
  readonly hotlinkProtection: number;
}

const defaults: Settings = {
  credentialsLifetime: 3600,
  refreshDelay: 400,
  refreshUrls: 2000,
  refreshFolders: 100,
  moreDomains: 0,
  hotlinkProtection: 0,
};

/** Holds the settings, and can go back to those it was made with. */
export class SettingsBoard {
  readonly #first: Settings;
  #now: Settings;

  constructor(first: Partial<Settings> = {}) {
    this.#first = merge(defaults, first);
    this.#now = this.#first;
  }

  get values(): Settings {
    return this.#now;
  }

  /** Changes some. Throws a TypeError for a name it does not know or a value that is no number. */
  set(some: Partial<Settings>): void {
    this.#now = merge(this.#now, some);
  }

  reset(): void {
    this.#now = this.#first;
  }
}

function merge(before: Settings, some: Partial<Settings>): Settings {
  for (const [name, value] of Object.entries(some)) {
    if (!Object.hasOwn(defaults, name)) throw new TypeError(`There is no setting "${name}"`);
    if (typeof value !== 'number' || !(value >= 0 && value <= 1e9)) {
      throw new TypeError(`The setting "${name}" is a number from 0`);
    }
  }
  return { ...before, ...some };
}
