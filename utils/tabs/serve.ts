import { type Served, serve } from '../browser/messages.ts';
import { onTabClosed } from '../browser/tabs.ts';
import type { WatchedTabs } from '../watching/watching.ts';
import * as commands from './commands.ts';
import { LiveTabs } from './live-tabs.ts';
import { serveMenu } from './menu/menu.ts';
import { collectPicked } from './picked.ts';
import { showInTab } from './show.ts';
import { spotTab } from './spot-tab.ts';
import { fetchStyleSheet } from './style-sheet.ts';

/** Receives the reports of pages, and updates badges, marks and the context menu. */
export function serveTabs(): {
  readonly commands: readonly Served[];
  readonly watched: WatchedTabs;
} {
  const tabs = new LiveTabs();
  onTabClosed((tabId) => void tabs.forget(tabId));
  serveMenu();
  tabs.start();
  return {
    watched: { spot: spotTab, onChange: () => void tabs.recolour() },
    commands: [
      serve(commands.reportSightings, async (report, sender) => {
        if (sender.from === 'content-script') await tabs.take(sender.tabId, report);
      }),
      serve(commands.reportPicked, (picked, sender) =>
        sender.from === 'content-script' ? collectPicked(sender.tabId, picked) : false,
      ),
      serve(commands.readStyleSheet, ({ url }) => fetchStyleSheet(url)),
      serve(commands.spotPage, async ({ tabId }) => {
        await spotTab(tabId);
        tabs.refresh(tabId);
      }),
      serve(commands.showOnPage, ({ tabId, key }) => showInTab(tabId, key)),
    ],
  };
}
