import { t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { Button } from '../shared/Button.tsx';
import { useNow } from '../shared/hooks.ts';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import { doneCount, progressWords, stateWords } from './job-words.ts';
import './job-banner.css';

export interface JobBannerProps {
  readonly job: JobRecord;
  readonly onOpen: () => void;
}

/** A job that has not ended, as a banner above the views. */
export function JobBanner({ job, onOpen }: JobBannerProps) {
  const now = useNow(250, job.state === 'waiting');
  return (
    <section class="banner" aria-label={t('job_banner')}>
      <div class="banner-text">
        <span class="numbers">
          {t('job_banner_text', [stateWords(job, now), progressWords(job)])}
        </span>
        <ProgressBar
          label={t('job_progress_label')}
          done={doneCount(job.counts)}
          total={job.total}
          words={progressWords(job)}
        />
      </div>
      <Button onPress={onOpen}>{t('job_open')}</Button>
    </section>
  );
}
