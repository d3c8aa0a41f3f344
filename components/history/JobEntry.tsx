import { formatMoment, formatNumber, t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { regionPlace } from '../accounts/regions.ts';
import { Counts } from '../job/Counts.tsx';
import { jobTitle, pageName, stateWords } from '../job/job-words.ts';
import { usePagesOf } from './use-job-texts.ts';
import './job-entry.css';

export interface JobEntryProps {
  readonly job: JobRecord;
  /** Whether it is in the tab order. */
  readonly reachable: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** A job in the list: what it deletes, its state, account, time, page and outcomes. */
export function JobEntry({ job, reachable, onFocus, onOpen }: JobEntryProps) {
  const pages = usePagesOf(job.id);
  return (
    <button
      type="button"
      class="history-job"
      data-job={job.id}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span class="history-title">{jobTitle(job)}</span>
      <span class={job.state === 'ended' ? 'quiet' : undefined}>
        {stateWords(job, job.startsAt)}
      </span>
      <span class="quiet">{t('history_account', [job.accountName, regionPlace(job.region)])}</span>
      <span class="quiet numbers">{formatMoment(job.createdAt)}</span>
      <span class="history-page quiet">{pageWords(pages)}</span>
      <Counts counts={job.counts} />
    </button>
  );
}

function pageWords([first, ...others]: readonly string[]): string {
  if (first === undefined) return '';
  const name = pageName(first);
  if (others.length === 0) return name;
  return t('history_pages', others.length, [name, formatNumber(others.length)]);
}
