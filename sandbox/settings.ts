/** Settings that can change while the sandbox runs. */
export interface Settings {
  /** Lifetime of a token from the credentials URI, in seconds. */
  readonly credentialsLifetime: number;
  /** Milliseconds from RefreshVodObjectCaches until the CDN has forgotten the file. */
  readonly refreshDelay: number;
  /** How many addresses an account may refresh. */
  readonly refreshUrls: number;
  /** How many folders an account may refresh. */
  readonly refreshFolders: number;
  /** How many domains DescribeVodUserDomains lists in addition to those that are served. */
  readonly moreDomains: number;
  /** 1: the CDN serves only requests whose Referer is a page of the demo site. */
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

/** Holds the settings; `reset` restores the first ones. */
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

  /**
   * Changes some settings.
   * @throws TypeError for an unknown name, or a value that is no number from 0 to 1e9.
   */
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
