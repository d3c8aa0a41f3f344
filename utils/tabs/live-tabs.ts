import { observeCurrentAccount } from '../accounts/observe-state.ts';
import { Coalesced } from '../async/coalesced.ts';
import { isOfSites } from '../browser/site-patterns.ts';
import { addressOfTab, startSpotter } from '../browser/tabs.ts';
import { setBadge, setBadgeColours } from '../browser/toolbar-icon.ts';
import type { Report } from '../page/report.ts';
import { marks } from '../settings/settings.ts';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import { watchedSites } from '../watching/watched-sites.ts';
import { keepAlive } from './alive.ts';
import { badgeColours, badgeText } from './badge.ts';
import { markTab, unmarkTab } from './mark-orders.ts';
import { forgetTab, knownTabs, recordReport } from './reports/page-sightings.ts';
import { tabItems } from './tab-items.ts';

/** A third of a second: nobody reads a badge that changes more often. */
const PAUSE_MS = 330;

/**
 * Updates badge and marks of a tab after reports. Runs only when something is reported or a setting
 * changes: it does not listen to tab updates, so a page without VOD images never wakes the worker.
 * The browser itself clears the badge of a tab that goes to another page.
 */
export class LiveTabs {
  readonly #refreshed = new Coalesced<number>((tabId) => this.#refresh(tabId), PAUSE_MS);
  /** The documents known to be in a tab. After a restart of the worker the tab is asked again. */
  readonly #alive = new Map<number, ReadonlySet<string>>();
  /** Tabs with a report from an unknown document since they were last asked. */
  readonly #doubtful = new Set<number>();

  /** Follows the settings that change what tabs show. */
  start(): void {
    marks.onChange((on) => void (on ? this.#refreshAll() : eraseAll()));
    let domains: string | undefined;
    observeCurrentAccount((current) => {
      const now = JSON.stringify(current?.account.ownDomains ?? []);
      // The first value is not a change: badges show it already.
      if (domains !== undefined && domains !== now) void this.#spotAnew();
      domains = now;
    });
  }

  /** Records a report of a document in a tab. */
  async take(tabId: number, report: Report): Promise<void> {
    await recordReport(tabId, { ...report, page: await pageOf(tabId, report.page) });
    // A document that is new, or is back from the browser's cache: others may be gone.
    if (!this.#alive.get(tabId)?.has(report.document)) this.#doubtful.add(tabId);
    this.refresh(tabId);
  }

  /** Updates badge and marks of a tab soon. */
  refresh(tabId: number): void {
    this.#refreshed.ask(tabId);
  }

  /** Sets the colours of all badges after the granted sites changed; their numbers stay. */
  async recolour(): Promise<void> {
    const sites = await watchedSites();
    for (const tabId of await knownTabs()) {
      await setBadgeColours(tabId, badgeColours(await isWatched(tabId, sites)));
    }
  }

  /** Drops what is known of a tab that was closed. */
  async forget(tabId: number): Promise<void> {
    this.#alive.delete(tabId);
    await forgetTab(tabId);
  }

  async #refreshAll(): Promise<void> {
    for (const tabId of await knownTabs()) {
      if (await this.#isThere(tabId, () => keepAlive(tabId))) this.refresh(tabId);
    }
  }

  /** Spots each page again after the own hosts changed, since these decide what pages report. */
  async #spotAnew(): Promise<void> {
    for (const tabId of await knownTabs()) {
      // Only where a spotter runs: the person did not ask for a page that was opened since then.
      if (!(await this.#isThere(tabId, () => keepAlive(tabId)))) continue;
      await this.#isThere(tabId, () => keepAlive(tabId, () => startSpotter(tabId)));
      this.refresh(tabId);
    }
  }

  /** Whether a tab still has documents that report. One that cannot be asked shows another page. */
  async #isThere(
    tabId: number,
    ask: () => Promise<ReadonlySet<string> | undefined>,
  ): Promise<boolean> {
    const alive = await ask();
    if (alive === undefined || alive.size === 0) return false;
    this.#alive.set(tabId, alive);
    return true;
  }

  async #refresh(tabId: number): Promise<void> {
    // Cleared before asking: a report that comes meanwhile may be from a document that is gone.
    if (this.#doubtful.delete(tabId) || !this.#alive.has(tabId)) {
      const alive = await keepAlive(tabId);
      if (alive !== undefined) this.#alive.set(tabId, alive);
      else this.#alive.delete(tabId);
    }
    const held = await tabItems(tabId);
    const watched = await isWatched(tabId, await watchedSites());
    await setBadge(tabId, badgeText(held.items.length), badgeColours(watched));
    if (await marks.value()) await markTab(tabId, held);
  }
}

/** @returns A document's own address; the tab's if it has none, as when a page wrote it. */
async function pageOf(tabId: number, address: string): Promise<string> {
  if (/^https?:/.test(address)) return address;
  const [page] = (await addressOfTab(tabId))?.split('#') ?? [];
  return page?.slice(0, LONGEST_ADDRESS) ?? address;
}

async function eraseAll(): Promise<void> {
  for (const tabId of await knownTabs()) await unmarkTab(tabId);
}

async function isWatched(tabId: number, sites: readonly string[]): Promise<boolean> {
  const address = await addressOfTab(tabId);
  return address !== undefined && isOfSites(address, sites);
}
