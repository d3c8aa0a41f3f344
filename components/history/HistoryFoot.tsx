import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { ExportedList } from '../../utils/collection/columns.ts';
import { exportJobs } from '../../utils/history/export.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { openJournal } from '../../utils/job/journal.ts';
import { Button } from '../shared/Button.tsx';
import { ListFoot } from '../shared/ListFoot.tsx';
import { saveList, saveListAsCsv } from '../shared/take-away.ts';
import { ClearDialog } from './ClearDialog.tsx';

export interface HistoryFootProps {
  readonly jobs: readonly JobRecord[];
  readonly shown: readonly JobRecord[];
  /** Whether the search goes on, so that not all its results are shown yet. */
  readonly searching: boolean;
}

/** The actions on the shown jobs: export and clear. */
export function HistoryFoot({ jobs, shown, searching }: HistoryFootProps) {
  const [state, setState] = useState<'exporting' | 'failed' | 'clearing'>();
  const take = async (save: (name: string, list: ExportedList) => void) => {
    setState('exporting');
    try {
      save('history', await exportJobs(openJournal(), shown));
      setState(undefined);
    } catch {
      setState('failed');
    }
  };
  const idle = searching || shown.length === 0 || state === 'exporting';
  return (
    <ListFoot
      said={state === 'failed' && t('review_action_failed')}
      last={
        <>
          <Button
            disabled={searching || !jobs.some((job) => job.state === 'ended')}
            onPress={() => setState('clearing')}
          >
            {t('history_clear')}
          </Button>
          {state === 'clearing' && (
            <ClearDialog jobs={jobs} shown={shown} onClose={() => setState(undefined)} />
          )}
        </>
      }
    >
      <Button disabled={idle} onPress={() => void take(saveList)}>
        {t('review_export')}
      </Button>
      <Button disabled={idle} onPress={() => void take(saveListAsCsv)}>
        {t('history_export_csv')}
      </Button>
    </ListFoot>
  );
}
