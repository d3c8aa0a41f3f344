import { useEffect, useRef, useState } from 'preact/hooks';
import type { VaultState } from '../../utils/accounts/state.ts';
import { formatMoment, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import { stopJob } from '../../utils/job/commands.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { regionPlace } from '../accounts/regions.ts';
import { UnlockForm } from '../keys/UnlockForm.tsx';
import { Button } from '../shared/Button.tsx';
import { useNow } from '../shared/hooks.ts';
import { Notice } from '../shared/Notice.tsx';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import { PAUSED_TEXTS } from '../shared/reason-texts.ts';
import { Counts } from './Counts.tsx';
import { GoOn } from './GoOn.tsx';
import { doneCount, jobTitle, progressWords, stateWords } from './job-words.ts';
import './job-head.css';

export interface JobHeadProps {
  readonly job: JobRecord;
  readonly vault: VaultState | undefined;
}

/** The state of a job: its progress, the button *Stop*, and what it waits for. */
export function JobHead({ job, vault }: JobHeadProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [job.id]);
  const now = useNow(250, job.state === 'waiting');
  const [asked, setAsked] = useState<'asked' | 'failed'>();
  useEffect(() => setAsked(undefined), [job.id, job.state]);
  const { total } = job;
  const stop = async () => {
    setAsked('asked');
    try {
      await send(stopJob, { jobId: job.id });
    } catch {
      setAsked('failed');
    }
  };
  return (
    <>
      <div class="job-title">
        <h2 ref={title} tabIndex={-1}>
          {jobTitle(job)}
        </h2>
        <span class="quiet">
          {t('job_account', [
            job.accountName,
            regionPlace(job.region),
            formatMoment(job.createdAt),
          ])}
        </span>
      </div>
      <div class="job-line">
        <p class="job-state numbers">{stateWords(job, now)}</p>
        {job.state !== 'ended' && (
          <Button
            look="danger-outline"
            disabled={job.state === 'stopping' || asked === 'asked'}
            onPress={() => void stop()}
          >
            {t('job_stop')}
          </Button>
        )}
      </div>
      <ProgressBar
        label={t('job_progress_label')}
        done={doneCount(job.counts)}
        total={total}
        words={progressWords(job)}
      />
      <div class="job-line">
        <Counts counts={job.counts} />
        <span class="numbers quiet">
          {progressWords(job)}
          {job.state === 'running' && job.rate !== undefined && (
            <> · {t('job_rate', Math.round(job.rate))}</>
          )}
        </span>
      </div>
      <p class="unseen" role="status">
        {spoken(job)}
      </p>
      {asked === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{t('job_stop_failed')}</p>
        </Notice>
      )}
      {job.state === 'paused' && <PausedNotice job={job} vault={vault} />}
    </>
  );
}

/** Says what a paused job waits for, and how to continue it. */
function PausedNotice({ job, vault }: JobHeadProps) {
  const { pausedFor = 'trouble', obstacle } = job;
  if (pausedFor === 'no-key') {
    return (
      <Notice
        tone="warn"
        role="status"
        title={t('key_missing')}
        actions={<Button onPress={() => void openOptions()}>{t('account_enter_key')}</Button>}
      >
        <p>{t('key_missing_paused')}</p>
      </Notice>
    );
  }
  if (pausedFor !== 'locked') {
    return (
      <GoOn
        job={job}
        words={PAUSED_TEXTS[pausedFor]}
        {...(pausedFor === 'refused' && { refusal: obstacle })}
      />
    );
  }
  if (vault?.state === 'none') return <GoOn job={job} words="job_paused_vault_gone" />;
  if (vault?.state !== 'locked') return null;
  return (
    <Notice tone="warn" role="status" title={t('vault_is_locked')}>
      <p>{t(PAUSED_TEXTS.locked)}</p>
      <UnlockForm vault={vault} />
    </Notice>
  );
}

/** @returns What a screen reader says during the job: each 10 %, not each target. */
function spoken(job: JobRecord): string {
  const { total } = job;
  const done = doneCount(job.counts);
  const tenth = Math.floor((done / total) * 10) * 10;
  return job.state === 'running' ? t('job_spoken', [String(tenth)]) : stateWords(job, job.startsAt);
}
