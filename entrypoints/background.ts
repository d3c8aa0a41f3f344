import { defineBackground } from 'wxt/utils/define-background';
import { stayAwake } from '../utils/browser/awake.ts';
import { serve, serveCommands } from '../utils/browser/messages.ts';
import { restrictSessionStorage } from '../utils/browser/storage.ts';
import { onFirstInstall, onTabClosed, openInTab } from '../utils/browser/tabs.ts';
import {
  readStyleSheet,
  reportPicked,
  reportSightings,
  showOnPage,
  spotPage,
} from '../utils/collection/commands.ts';
import { LiveTabs } from '../utils/collection/live-tabs.ts';
import { serveMenu } from '../utils/collection/menu.ts';
import { collectPicked } from '../utils/collection/picked.ts';
import { showInTab } from '../utils/collection/show.ts';
import { spotTab } from '../utils/collection/spot-tab.ts';
import { fetchStyleSheet } from '../utils/collection/style-sheet.ts';
import { keepWatching } from '../utils/collection/watching.ts';
import { askAbout, goOn, saveGrace, startJob, stopJob } from '../utils/deletion/commands.ts';
import { Journal } from '../utils/deletion/journal.ts';
import { Runner } from '../utils/deletion/runner.ts';
import { graceSeconds } from '../utils/deletion/settings.ts';
import { forgetKey, saveAccount } from '../utils/vault/accounts.ts';
import { forgetKeyCommand, saveAccountCommand } from '../utils/vault/commands.ts';

export default defineBackground(() => {
  const runner = new Runner({
    journal: new Journal(),
    stayAwake,
    graceMs: async () => (await graceSeconds.getValue()) * 1000,
  });

  const tabs = new LiveTabs();

  serveCommands({
    public: [
      serve(reportSightings, async (report, sender) => {
        if (sender.from === 'content-script') await tabs.take(sender.tabId, report);
      }),
      serve(reportPicked, (picked, sender) =>
        sender.from === 'content-script' ? collectPicked(sender.tabId, picked) : false,
      ),
      serve(readStyleSheet, ({ url }) => fetchStyleSheet(url)),
    ],
    own: [
      serve(spotPage, async ({ tabId }) => {
        await spotTab(tabId);
        tabs.refresh(tabId);
      }),
      serve(showOnPage, ({ tabId, key }) => showInTab(tabId, key)),
      serve(askAbout, (question) => runner.ask(question)),
      serve(startJob, (confirmed) => runner.start(confirmed)),
      serve(stopJob, ({ jobId }) => runner.stop(jobId)),
      serve(goOn, ({ jobId }) => runner.goOn(jobId)),
      serve(saveGrace, ({ seconds }) => graceSeconds.setValue(seconds)),
      serve(saveAccountCommand, async ({ account, credentials }) => {
        await saveAccount(account, credentials);
        await runner.resume();
      }),
      serve(forgetKeyCommand, ({ accountId }) => forgetKey(accountId)),
    ],
  });

  onTabClosed((tabId) => void tabs.forget(tabId));
  onFirstInstall(() => void openInTab('/welcome.html'));
  keepWatching(() => void tabs.recolour());
  serveMenu();
  tabs.start();
  void restrictSessionStorage();
  void runner.resume();
});
