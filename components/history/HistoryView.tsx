import { useMemo } from 'preact/hooks';
import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { filterJobs } from '../../utils/history/history.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { Button } from '../shared/Button.tsx';
import { Empty } from '../shared/Empty.tsx';
import type { Stored } from '../shared/hooks.ts';
import { StoreFailed } from '../shared/StoreFailed.tsx';
import { DayChart } from './DayChart.tsx';
import { HistoryFoot } from './HistoryFoot.tsx';
import { HistoryTools } from './HistoryTools.tsx';
import { JobList } from './JobList.tsx';
import { isLimited, LOOKING_FOR_ALL, type Looking } from './looking.ts';
import { useFound } from './use-job-texts.ts';
import './history-view.css';

export interface HistoryViewProps {
  /** Newest first. */
  readonly history: Stored<readonly JobRecord[]>;
  /** The id of the job that was open before: the focus returns to it. */
  readonly last: string | undefined;
  readonly looking: Looking;
  readonly onLook: (looking: Looking) => void;
  readonly onOpen: (jobId: string) => void;
}

const NO_JOBS: readonly JobRecord[] = [];

/** The view *History*: all jobs, or those that fit the search and filters, newest first. */
export function HistoryView({ history, last, looking, onLook, onOpen }: HistoryViewProps) {
  const jobs = history.value ?? NO_JOBS;
  const fitting = useMemo(() => filterJobs(jobs, looking), [jobs, looking]);
  const { ids, searching } = useFound(fitting, looking.words);
  const shown = ids === undefined ? fitting : fitting.filter(({ id }) => ids.has(id));
  if (history.value === undefined) {
    return history.failed ? <StoreFailed onAgain={history.readAgain} /> : null;
  }
  if (jobs.length === 0) {
    return (
      <Empty glyph="clock" title={t('history_nothing')}>
        <p class="quiet">{t('history_nothing_next')}</p>
      </Empty>
    );
  }
  return (
    <div class="history">
      <HistoryTools
        jobs={jobs}
        looking={looking}
        onLook={onLook}
        count={countWords(shown.length, jobs.length, searching)}
      />
      <DayChart jobs={shown} now={Date.now()} />
      {shown.length === 0 && !searching && isLimited(looking) ? (
        <Empty glyph="clock" title={t('history_nothing_fits')}>
          <p class="quiet">{t('history_nothing_fits_next')}</p>
          <Button onPress={() => onLook(LOOKING_FOR_ALL)}>{t('history_show_all')}</Button>
        </Empty>
      ) : (
        <JobList jobs={shown} last={last} onOpen={onOpen} />
      )}
      <HistoryFoot jobs={jobs} shown={shown} searching={searching} />
    </div>
  );
}

function countWords(shown: number, all: number, searching: boolean): string {
  if (searching) return t('history_searching');
  if (shown === all) return t('history_count', all);
  return t('history_count_of', all, [formatNumber(shown), formatNumber(all)]);
}
