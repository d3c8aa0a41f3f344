import { useEffect, useRef, useState } from 'preact/hooks';
import { formatMoment, t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/deletion/journal.ts';
import { regionPlace } from '../accounts/regions.ts';
import { Button } from '../shared/Button.tsx';
import { Empty } from '../shared/Empty.tsx';
import type { Stored } from '../shared/hooks.ts';
import { StoreFailed } from '../shared/StoreFailed.tsx';
import { Counts } from './Counts.tsx';
import './job.css';
import { jobTitle, stateWords } from './job-words.ts';

const STEP = 50;

export interface HistoryViewProps {
  /** Newest first. */
  readonly history: Stored<readonly JobRecord[]>;
  /** The job that was open before: the keyboard goes back to it. */
  readonly last: string | undefined;
  readonly onOpen: (jobId: string) => void;
}

/** The view *History*: every job, newest first. */
export function HistoryView({ history, last, onOpen }: HistoryViewProps) {
  const [length, setLength] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (last === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-job="${last}"]`)?.focus();
  }, [last]);
  const jobs = history.value;
  if (jobs === undefined) {
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
      <ul ref={list} aria-label={t('history_list')}>
        {jobs.slice(0, length).map((job) => (
          <li key={job.id}>
            <button
              type="button"
              class="history-job"
              data-job={job.id}
              onClick={() => onOpen(job.id)}
            >
              <span class="history-title">{jobTitle(job)}</span>
              <span class={job.state === 'ended' ? 'quiet' : undefined}>
                {stateWords(job, job.startsAt)}
              </span>
              <span class="quiet">
                {t('history_account', [job.accountName, regionPlace(job.region)])}
              </span>
              <span class="quiet numbers">{formatMoment(job.createdAt)}</span>
              <Counts counts={job.counts} />
            </button>
          </li>
        ))}
      </ul>
      {jobs.length > length && (
        <div class="history-more">
          <Button onPress={() => setLength(length + STEP)}>{t('history_more')}</Button>
        </div>
      )}
    </div>
  );
}
