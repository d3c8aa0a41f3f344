import { useEffect, useMemo, useState } from 'preact/hooks';
import { observeAccounts } from '../../utils/accounts/accounts.ts';
import { t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { AccountChip } from '../accounts/AccountChip.tsx';
import { useManaged } from '../accounts/use-managed.ts';
import { CollectedView } from '../collection/CollectedView.tsx';
import { EarlyLayout, useLayout } from '../collection/LayoutChoice.tsx';
import { NOTHING_SELECTED, selectAll } from '../collection/selection.ts';
import { HistoryView } from '../history/HistoryView.tsx';
import { LOOKING_FOR_ALL } from '../history/looking.ts';
import { JobBanner } from '../job/JobBanner.tsx';
import { JobView } from '../job/JobView.tsx';
import { LockButton } from '../keys/LockButton.tsx';
import { PasteArea } from '../paste/PasteArea.tsx';
import { DeleteDialog } from '../plan/DeleteDialog.tsx';
import type { DeletionRequest } from '../plan/request.ts';
import { useObserved, useStored } from '../shared/hooks.ts';
import { openCollected, openJournal } from '../shared/stores.ts';
import { Tabs } from '../shared/Tabs.tsx';
import { ShortcutsButton } from '../shortcuts/ShortcutsButton.tsx';
import { PageView } from '../tabs/PageView.tsx';
import { usePage } from '../tabs/use-page.ts';
import { usePageItems } from '../tabs/use-page-items.ts';
import { usePagePictures } from '../tabs/use-page-pictures.ts';
import { WatchPanel } from '../watching/WatchPanel.tsx';
import { PanelButton } from './PanelButton.tsx';
import './app.css';

type View = 'page' | 'collected' | 'history';

export interface AppProps {
  /** Whether it stands in the side panel, and so cannot open it. */
  readonly panel?: boolean;
}

/** The app of popup, side panel and tab. With `?only=` it opens on that one collected item. */
export function App({ panel = false }: AppProps) {
  const [only, setOnly] = useState(() => new URLSearchParams(location.search).get('only'));
  const [view, setView] = useState<View>(only === null ? 'page' : 'collected');
  const [openedJob, setOpenedJob] = useState<string>();
  const [request, setRequest] = useState<DeletionRequest>();
  const [onPage, setOnPage] = useState(NOTHING_SELECTED);
  const [inCollection, setInCollection] = useState(() =>
    selectAll(NOTHING_SELECTED, only === null ? [] : [only]),
  );
  const { tabId, page, spotAgain, showOnPage } = usePage();
  const pictures = usePagePictures(tabId, typeof page === 'object' ? page.sightings : undefined);
  // What was chosen on one page must not count as chosen on another.
  useEffect(() => setOnPage(NOTHING_SELECTED), [tabId]);
  const accounts = useObserved(observeAccounts, [])?.value;
  const managed = useManaged();
  const layout = useLayout();
  const current = accounts?.current;
  const history = useStored('journal', () => openJournal().jobs(), []);
  const jobs = history.value;
  const account = current?.account;
  // Without knowing whose they are, thousands would be judged twice.
  const items = usePageItems(accounts === undefined ? undefined : page, account);
  const spotted = accounts !== undefined && typeof page === 'object' ? items.length : undefined;
  const collected = useStored('collected', () => openCollected().count(), []);

  const [lastJob, setLastJob] = useState<string>();
  const [looking, setLooking] = useState(LOOKING_FOR_ALL);

  const openJob = (jobId: string) => {
    setOpenedJob(jobId);
    setView('history');
  };

  // What was running when the app was closed is what the person looks for when it opens again, but
  // not when it opens on an image that they just chose.
  const known = jobs !== undefined;
  useEffect(() => {
    if (only !== null) return;
    const running = unended(jobs);
    if (running !== undefined) openJob(running.id);
  }, [known]);

  // Kept, so that its rows are not made anew with every count that becomes known.
  const pageView = useMemo(
    () => (
      <PageView
        page={page}
        items={items}
        account={account}
        selection={onPage}
        onSelect={setOnPage}
        onDelete={(items) => setRequest({ items, pictures: pictures.pictures })}
        onSpotAgain={spotAgain}
        onShow={showOnPage}
        pictures={pictures}
      />
    ),
    [page, items, account, onPage, pictures, spotAgain, showOnPage],
  );

  const running = unended(jobs);
  const inSight = view === 'history' && (openedJob !== undefined || running === undefined);

  return (
    <div class="app">
      <header class={account === undefined ? 'app-head' : `app-head colour-${account.colour}`}>
        <h1 class="app-name">
          <img src="/icons/32.png" width={20} height={20} alt="" />
          <span class="app-title">{t('app_name')}</span>
        </h1>
        {accounts !== undefined && <AccountChip state={accounts} />}
        {accounts !== undefined && <LockButton vault={accounts.vault} />}
        <ShortcutsButton />
        {!panel && <PanelButton />}
      </header>
      <main class="app-main">
        {managed !== undefined && <WatchPanel managed={managed} />}
        <Tabs<View>
          label={t('views')}
          tabs={[
            { id: 'page', name: t('view_page'), count: spotted },
            { id: 'collected', name: t('view_collected'), count: collected.value },
            { id: 'history', name: t('view_history'), count: jobs?.length },
          ]}
          current={view}
          onChange={(next) => {
            setView(next);
            setOpenedJob(undefined);
            setLastJob(undefined);
          }}
        >
          {running !== undefined && !inSight && (
            <JobBanner job={running} onOpen={() => openJob(running.id)} />
          )}
          <EarlyLayout.Provider value={layout}>
            {view === 'page' && accounts !== undefined && pageView}
            {view === 'collected' && accounts !== undefined && (
              <PasteArea ownDomains={account?.ownDomains}>
                <CollectedView
                  account={account}
                  only={only ?? undefined}
                  onAll={() => setOnly(null)}
                  selection={inCollection}
                  onSelect={setInCollection}
                  onDelete={(items) => setRequest({ items })}
                />
              </PasteArea>
            )}
          </EarlyLayout.Provider>
          {view === 'history' && openedJob === undefined && (
            <HistoryView
              history={history}
              last={lastJob}
              looking={looking}
              onLook={setLooking}
              onOpen={openJob}
            />
          )}
          {view === 'history' && openedJob !== undefined && (
            <JobView
              jobId={openedJob}
              current={current}
              vault={accounts?.vault}
              onBack={() => {
                setLastJob(openedJob);
                setOpenedJob(undefined);
              }}
              onDelete={setRequest}
            />
          )}
        </Tabs>
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
            setOnPage(NOTHING_SELECTED);
            setInCollection(NOTHING_SELECTED);
            openJob(jobId);
          }}
        />
      )}
    </div>
  );
}

function unended(jobs: readonly JobRecord[] | undefined): JobRecord | undefined {
  return jobs?.find((job) => job.state !== 'ended');
}
