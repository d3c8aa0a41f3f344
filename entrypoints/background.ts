import { defineBackground } from 'wxt/utils/define-background';
import {
  changePassphraseCommand,
  fetchKeyCommand,
  findDomainsCommand,
  forgetKeyCommand,
  importAccountsCommand,
  lockCommand,
  makeVaultCommand,
  removeAccountCommand,
  removeVaultCommand,
  saveAccountCommand,
  saveVaultSettingsCommand,
  testAccountCommand,
  unlockCommand,
  useAccountCommand,
} from '../utils/accounts/commands.ts';
import { observeManaged } from '../utils/accounts/managed.ts';
import {
  followManaged,
  forgetKey,
  importAccounts,
  removeAccount,
  saveAccount,
  tidySession,
  useAccount,
} from '../utils/accounts/saving.ts';
import { stayAwake } from '../utils/browser/awake.ts';
import { serve, serveCommands } from '../utils/browser/messages.ts';
import { restrictSessionStorage } from '../utils/browser/storage.ts';
import { onFirstInstall, onTabClosed, openInTab } from '../utils/browser/tabs.ts';
import { isOnline, onBrowserStart, onWake, wakeEveryMinute } from '../utils/browser/waking.ts';
import { keptDays, removeOutdated } from '../utils/history/keeping.ts';
import {
  askAbout,
  checkJob,
  goOn,
  listImages,
  offerPurge,
  purgeJob,
  removeJobs,
  saveAutoPurge,
  saveGrace,
  saveKeptDays,
  startJob,
  stopJob,
} from '../utils/job/commands.ts';
import { Journal } from '../utils/job/journal.ts';
import { Runner } from '../utils/job/runner.ts';
import { autoPurge, graceNow, graceSeconds } from '../utils/job/settings.ts';
import { startAutoLock } from '../utils/keys/auto-lock.ts';
import { fetchKey } from '../utils/keys/fetched.ts';
import { vaultSettings } from '../utils/keys/items.ts';
import {
  changePassphrase,
  lock,
  makeVault,
  recountWait,
  releaseHeld,
  removeVault,
  unlock,
} from '../utils/keys/vault.ts';
import { ask, list } from '../utils/plan/questions.ts';
import { giveBackSites } from '../utils/proof/check.ts';
import { Proofs } from '../utils/proof/proofs.ts';
import { Prover } from '../utils/proof/prover.ts';
import { domainsById, testById } from '../utils/rights/questions.ts';
import {
  readStyleSheet,
  reportPicked,
  reportSightings,
  showOnPage,
  spotPage,
} from '../utils/tabs/commands.ts';
import { LiveTabs } from '../utils/tabs/live-tabs.ts';
import { serveMenu } from '../utils/tabs/menu.ts';
import { collectPicked } from '../utils/tabs/picked.ts';
import { showInTab } from '../utils/tabs/show.ts';
import { spotTab } from '../utils/tabs/spot-tab.ts';
import { fetchStyleSheet } from '../utils/tabs/style-sheet.ts';
import { keepWatching } from '../utils/watching/watching.ts';

export default defineBackground(() => {
  const startedAt = Date.now();
  const journal = new Journal();
  const prover = new Prover({
    journal,
    proofs: new Proofs(),
    stayAwake,
    autoPurge: () => autoPurge.getValue(),
  });
  const runner = new Runner({
    journal,
    stayAwake,
    graceMs: async () => (await graceNow()) * 1000,
    onLeft: () => {
      void release();
      void prover.purgeEnded(startedAt);
    },
    wakeAgain: wakeEveryMinute,
    online: isOnline,
  });
  const release = async () => releaseHeld(await runner.underWay());
  /** A journal that cannot be read must not keep the vault open. */
  const lockNow = async () => lock(await runner.underWay().catch(() => []));

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
      serve(askAbout, ask),
      serve(listImages, list),
      serve(startJob, (confirmed) => runner.start(confirmed)),
      serve(stopJob, ({ jobId }) => runner.stop(jobId)),
      serve(goOn, ({ jobId }) => runner.goOn(jobId)),
      serve(checkJob, ({ jobId }) => prover.check(jobId)),
      serve(offerPurge, ({ jobId }) => prover.offer(jobId)),
      serve(purgeJob, ({ jobId }) => prover.purge(jobId)),
      serve(saveAutoPurge, ({ on }) => autoPurge.setValue(on)),
      serve(saveGrace, ({ seconds }) => graceSeconds.setValue(seconds)),
      serve(removeJobs, async ({ jobIds }) => {
        const removed = await journal.remove(jobIds);
        await prover.forgetRemoved();
        return removed;
      }),
      serve(saveKeptDays, async ({ days }) => {
        await keptDays.setValue(days);
        await removeOutdated(journal);
        await prover.forgetRemoved();
      }),
      serve(saveAccountCommand, async ({ account, credentials }) => {
        const fault = await saveAccount(account, credentials);
        if (fault === undefined) await runner.mended(account.id);
        return fault;
      }),
      serve(useAccountCommand, ({ accountId }) => useAccount(accountId)),
      serve(removeAccountCommand, ({ accountId }) => removeAccount(accountId)),
      serve(importAccountsCommand, ({ accounts }) => importAccounts(accounts)),
      serve(forgetKeyCommand, ({ accountId }) => forgetKey(accountId)),
      serve(fetchKeyCommand, async ({ accountId }) => {
        const fault = await fetchKey(accountId);
        if (fault === undefined) await runner.mended(accountId);
        return fault;
      }),
      serve(testAccountCommand, ({ accountId }) => testById(accountId)),
      serve(findDomainsCommand, ({ accountId, imageIds }) => domainsById(accountId, imageIds)),
      serve(makeVaultCommand, ({ passphrase }) => makeVault(passphrase)),
      serve(unlockCommand, async ({ passphrase }) => {
        const answer = await unlock(passphrase);
        if (answer.ok) await runner.resume();
        return answer;
      }),
      serve(lockCommand, lockNow),
      serve(changePassphraseCommand, ({ before, after }) => changePassphrase(before, after)),
      serve(removeVaultCommand, removeVault),
      serve(saveVaultSettingsCommand, (settings) => vaultSettings.setValue(settings)),
    ],
  });

  onWake(() => void runner.resume());
  // A worker also starts when a site is lent, and must not give it back at once.
  onBrowserStart(() => void giveBackSites());
  onTabClosed((tabId) => void tabs.forget(tabId));
  onFirstInstall(() => void openInTab('/welcome.html'));
  keepWatching(() => void tabs.recolour());
  serveMenu();
  tabs.start();
  startAutoLock(lockNow);
  void restrictSessionStorage();
  observeManaged(() => void followManaged().then(() => runner.resume()));
  void tidySession();
  void recountWait();
  void runner.resume();
  void prover.follow();
  void release();
  void removeOutdated(journal).then(() => prover.forgetRemoved());
});
