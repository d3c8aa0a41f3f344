import { keySites } from '../browser/key-sites.ts';
import { registerSpotter, tellEveryTab } from '../browser/page-scripts.ts';
import { grantedSites, onSitesChanged, type SitesChange } from '../browser/permissions.ts';
import { originExpression } from '../browser/site-patterns.ts';
import { onInstalled, onStartup, tabsOf } from '../browser/tabs.ts';
import type { EndOrder } from '../page/report.ts';
import { spotTab } from '../tabs/spot-tab.ts';

/**
 * Watching a site is the browser's permission for it and nothing else: keeps the spotter registered
 * for exactly the granted sites, spots their open tabs when they are granted, and ends their
 * spotters when they are taken back.
 */
export function keepWatching(onChange: () => void): void {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work).catch((error: unknown) => console.error(error));
  };
  // An update of the extension takes the registration away, and leaves open pages without a spotter.
  onInstalled(() => inTurn(async () => spotTabsOf(await register())));
  onStartup(() => inTurn(async () => void (await register())));
  onSitesChanged((change) =>
    inTurn(async () => {
      await follow(change);
      onChange();
    }),
  );
  // The browser tells of the grant before it is known what it was for.
  keySites.watch((removed) =>
    inTurn(async () => {
      await follow({ added: [], removed });
      onChange();
    }),
  );
}

async function register(): Promise<readonly string[]> {
  const sites = await grantedSites();
  await registerSpotter(sites);
  return sites;
}

async function follow({ added, removed }: SitesChange): Promise<void> {
  const sites = await register();
  if (removed.length > 0) {
    const end: EndOrder = {
      vodsweep: 'end',
      removed: originExpression(removed),
      kept: originExpression(sites),
    };
    await tellEveryTab(end);
  }
  spotTabsOf(added.filter((site) => sites.includes(site)));
}

/** Is not waited for: a page that never finishes loading must not hold up a revocation. */
function spotTabsOf(sites: readonly string[]): void {
  void tabsOf(sites).then((tabs) => Promise.allSettled(tabs.map(spotTab)));
}
