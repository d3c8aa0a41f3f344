import { useState } from 'preact/hooks';
import type { AccountsState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { openCollected } from '../../utils/collection/collected.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { CollectedView } from '../collection/CollectedView.tsx';
import { EarlyLayout, useLayout } from '../collection/list/LayoutChoice.tsx';
import { HistoryView } from '../history/HistoryView.tsx';
import { LOOKING_FOR_ALL } from '../history/looking.ts';
import { JobBanner } from '../job/JobBanner.tsx';
import { JobView } from '../job/JobView.tsx';
import { PasteArea } from '../paste/PasteArea.tsx';
import type { DeletionRequest } from '../plan/request.ts';
import { type Stored, useStored } from '../shared/hooks.ts';
import { Tabs } from '../shared/Tabs.tsx';
import type { PageTab } from './use-page-view.tsx';
import type { Place, View } from './use-place.ts';
import type { Selections } from './use-selections.ts';

export interface ViewsProps {
  readonly place: Place;
  readonly accounts: AccountsState | undefined;
  readonly page: PageTab;
  readonly history: Stored<readonly JobRecord[]>;
  readonly selections: Selections;
  /** The key of the collected item that is shown alone, if one is. */
  readonly only: string | null;
  readonly onAll: () => void;
  readonly onDelete: (request: DeletionRequest) => void;
}

/** The three views with their tabs, and a banner for the job that has not ended. */
export function Views(props: ViewsProps) {
  const { place, accounts, page, history, selections, only, onAll, onDelete } = props;
  const { view, openedJob, running } = place;
  const layout = useLayout();
  const collected = useStored('collected', () => openCollected().count(), []);
  const [looking, setLooking] = useState(LOOKING_FOR_ALL);
  const account = accounts?.current?.account;
  const inSight = view === 'history' && (openedJob !== undefined || running === undefined);
  return (
    <Tabs<View>
      label={t('views')}
      tabs={[
        { id: 'page', name: t('view_page'), count: page.count },
        { id: 'collected', name: t('view_collected'), count: collected.value },
        { id: 'history', name: t('view_history'), count: history.value?.length },
      ]}
      current={view}
      onChange={place.showView}
    >
      {running !== undefined && !inSight && (
        <JobBanner job={running} onOpen={() => place.openJob(running.id)} />
      )}
      <EarlyLayout.Provider value={layout}>
        {view === 'page' && page.view}
        {view === 'collected' && accounts !== undefined && (
          <PasteArea ownDomains={account?.ownDomains}>
            <CollectedView
              account={account}
              only={only ?? undefined}
              onAll={onAll}
              selection={selections.inCollection}
              onSelect={selections.selectInCollection}
              onDelete={(items) => onDelete({ items })}
            />
          </PasteArea>
        )}
      </EarlyLayout.Provider>
      {view === 'history' && openedJob === undefined && (
        <HistoryView
          history={history}
          last={place.lastJob}
          looking={looking}
          onLook={setLooking}
          onOpen={place.openJob}
        />
      )}
      {view === 'history' && openedJob !== undefined && (
        <JobView
          jobId={openedJob}
          current={accounts?.current}
          vault={accounts?.vault}
          onBack={place.leaveJob}
          onDelete={onDelete}
        />
      )}
    </Tabs>
  );
}
