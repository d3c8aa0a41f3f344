import { defineBackground } from 'wxt/utils/define-background';
import { serveAccounts } from '../utils/accounts/serve.ts';
import { serveCommands } from '../utils/browser/messages.ts';
import { restrictSessionStorage } from '../utils/browser/storage.ts';
import { onFirstInstall, openInTab } from '../utils/browser/tabs.ts';
import { serveHistory } from '../utils/history/serve.ts';
import { serveJobs } from '../utils/job/serve.ts';
import { serveKeys } from '../utils/keys/serve.ts';
import { servePlan } from '../utils/plan/serve.ts';
import { serveProof } from '../utils/proof/serve.ts';
import { serveRights } from '../utils/rights/serve.ts';
import { serveTabs } from '../utils/tabs/serve.ts';
import { serveWatching } from '../utils/watching/serve.ts';

export default defineBackground(() => {
  void restrictSessionStorage();
  onFirstInstall(() => void openInTab('/welcome.html'));

  const jobs = serveJobs();
  const proof = serveProof(jobs);
  const pages = serveTabs();
  serveWatching(pages.watched);
  serveCommands([
    ...pages.commands,
    ...servePlan(),
    ...jobs.commands,
    ...proof.commands,
    ...serveHistory(jobs.journal, proof.prover),
    ...serveAccounts(jobs.runner),
    ...serveKeys(jobs.runner),
    ...serveRights(),
  ]);
});
