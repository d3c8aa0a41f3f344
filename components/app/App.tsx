import { useState } from 'preact/hooks';
import { observeAccounts } from '../../utils/accounts/observe-state.ts';
import { openJournal } from '../../utils/job/journal.ts';
import { useManaged } from '../accounts/use-managed.ts';
import { DeleteDialog } from '../plan/DeleteDialog.tsx';
import type { DeletionRequest } from '../plan/request.ts';
import { useObserved, useStored } from '../shared/hooks.ts';
import { usePage } from '../tabs/use-page.ts';
import { WatchPanel } from '../watching/WatchPanel.tsx';
import { AppHead } from './AppHead.tsx';
import { usePageView } from './use-page-view.tsx';
import { usePlace } from './use-place.ts';
import { useSelections } from './use-selections.ts';
import { Views } from './Views.tsx';
import './app.css';

export interface AppProps {
  /** Whether the app runs in the side panel, where it needs no button to open it. */
  readonly panel?: boolean;
}

/** The app of popup, side panel and tab. With `?only=<key>` it opens on that collected item. */
export function App({ panel = false }: AppProps) {
  const [only, setOnly] = useState(() => new URLSearchParams(location.search).get('only'));
  const reviewed = usePage();
  const selections = useSelections(reviewed.tabId, only);
  const accounts = useObserved(observeAccounts, [])?.value;
  const managed = useManaged();
  const history = useStored('journal', () => openJournal().jobs(), []);
  const place = usePlace(history.value, only);
  const [request, setRequest] = useState<DeletionRequest>();
  const page = usePageView(reviewed, accounts, selections, setRequest);
  const current = accounts?.current;
  return (
    <div class="app">
      <AppHead accounts={accounts} panel={panel} />
      <main class="app-main">
        {managed !== undefined && <WatchPanel managed={managed} />}
        <Views
          place={place}
          accounts={accounts}
          page={page}
          history={history}
          selections={selections}
          only={only}
          onAll={() => setOnly(null)}
          onDelete={setRequest}
        />
      </main>
      {request !== undefined && accounts !== undefined && current !== undefined && managed && (
        <DeleteDialog
          request={request}
          current={current}
          vault={accounts.vault}
          managed={managed}
          onClose={() => setRequest(undefined)}
          onStarted={(jobId) => {
            setRequest(undefined);
            selections.clear();
            place.openJob(jobId);
          }}
        />
      )}
    </div>
  );
}
