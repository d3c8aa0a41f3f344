import { oneAtATime } from '../async/one-at-a-time.ts';
import { registerSpotter, tellEveryTab } from '../browser/page-scripts.ts';
import { grantedSites, onSitesChanged, type SitesChange } from '../browser/permissions.ts';
import { originExpression } from '../browser/site-patterns.ts';
import { onInstalled, onStartup, tabsOf } from '../browser/tabs.ts';
import { keySites } from '../browser/unwatched-sites.ts';
import type { EndOrder } from '../page/report.ts';
import { onLocksChanged } from '../settings/locks.ts';
import { watchedSites } from './watched-sites.ts';

/** What happens in tabs when the watched sites change. */
export interface WatchedTabs {
  /** Spots the page of an open tab whose site is watched from now on. */
  spot(tabId: number): Promise<void>;
  /** Called after the watched sites changed. */
  onChange(): void;
}

/**
 * Keeps the spotter registered for exactly the watched sites. Spots their open tabs when sites are
 * granted, and ends their spotters when sites are removed. A site is watched if the browser granted
 * it and an administrator allows it; nothing else is stored.
 */
export function keepWatching(tabs: WatchedTabs): void {
  const inTurn = oneAtATime();
  const next = (work: () => Promise<void>) => {
    inTurn(work).catch((error: unknown) => console.error(error));
  };
  const change = (work: () => Promise<void>) =>
    next(async () => {
      await work();
      tabs.onChange();
    });
  // An update of the extension removes the registration, and leaves open pages without a spotter.
  onInstalled(() => next(async () => spotTabsOf(await register(), tabs)));
  onStartup(() => next(async () => void (await register())));
  onSitesChanged((sites) => change(() => follow(sites, tabs)));
  // The browser reports a granted site before it is stored that it is for credentials only.
  keySites.watch((removed) => change(() => follow({ added: [], removed }, tabs)));
  onLocksChanged(() =>
    change(async () => {
      const granted = await grantedSites();
      const watched = await watchedSites();
      const removed = granted.filter((site) => !watched.includes(site));
      await follow({ added: watched, removed }, tabs);
    }),
  );
}

async function register(): Promise<readonly string[]> {
  const sites = await watchedSites();
  await registerSpotter(sites);
  return sites;
}

async function follow({ added, removed }: SitesChange, tabs: WatchedTabs): Promise<void> {
  const sites = await register();
  if (removed.length > 0) {
    const end: EndOrder = {
      vodsweep: 'end',
      removed: originExpression(removed),
      kept: originExpression(sites),
    };
    await tellEveryTab(end);
  }
  spotTabsOf(
    added.filter((site) => sites.includes(site)),
    tabs,
  );
}

/** Does not wait for the tabs: a page that never finishes loading must not delay a revocation. */
function spotTabsOf(sites: readonly string[], { spot }: WatchedTabs): void {
  void tabsOf(sites).then((tabs) => Promise.allSettled(tabs.map((tabId) => spot(tabId))));
}
