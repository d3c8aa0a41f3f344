import { defineBackground } from 'wxt/utils/define-background';
import { stayAwake } from '../utils/browser/awake.ts';
import { serve, serveCommands } from '../utils/browser/messages.ts';
import { restrictSessionStorage } from '../utils/browser/storage.ts';
import { onTabClosed } from '../utils/browser/tabs.ts';
import { reportSightings, spotPage } from '../utils/collection/commands.ts';
import { forgetTab, recordReport } from '../utils/collection/page-sightings.ts';
import { spotTab } from '../utils/collection/spot-tab.ts';
import { askAbout, startJob, stopJob } from '../utils/deletion/commands.ts';
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

  serveCommands({
    public: [
      serve(reportSightings, async (report, sender) => {
        if (sender.from === 'content-script') await recordReport(sender.tabId, report);
      }),
    ],
    own: [
      serve(spotPage, ({ tabId }) => spotTab(tabId)),
      serve(askAbout, (question) => runner.ask(question)),
      serve(startJob, (confirmed) => runner.start(confirmed)),
      serve(stopJob, ({ jobId }) => runner.stop(jobId)),
      serve(saveAccountCommand, async ({ account, credentials }) => {
        await saveAccount(account, credentials);
        await runner.resume();
      }),
      serve(forgetKeyCommand, ({ accountId }) => forgetKey(accountId)),
    ],
  });

  onTabClosed((tabId) => void forgetTab(tabId));
  void restrictSessionStorage();
  void runner.resume();
});
