import { useEffect, useRef, useState } from 'preact/hooks';
import { formatMoment, type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import { goOn, stopJob } from '../../utils/deletion/commands.ts';
import { exportOutcomes } from '../../utils/deletion/export.ts';
import type { JobRecord } from '../../utils/deletion/journal.ts';
import type { Reason, TargetOutcome } from '../../utils/deletion/outcome.ts';
import type { Plan } from '../../utils/deletion/plan.ts';
import { retrySelection } from '../../utils/deletion/retry.ts';
import { targetName } from '../../utils/deletion/target.ts';
import type { Account } from '../../utils/vault/account.ts';
import type { AccountState, VaultState } from '../../utils/vault/state.ts';
import { regionPlace } from '../accounts/regions.ts';
import type { DeletionRequest } from '../deletion/request.ts';
import { ProofPart } from '../proof/ProofPart.tsx';
import { Button } from '../shared/Button.tsx';
import { Empty } from '../shared/Empty.tsx';
import { Glyph } from '../shared/Glyph.tsx';
import { useNow, useStored } from '../shared/hooks.ts';
import { Notice } from '../shared/Notice.tsx';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import { PAUSED_TEXTS, REASON_TEXTS } from '../shared/reason-texts.ts';
import { StoreFailed } from '../shared/StoreFailed.tsx';
import { openJournal } from '../shared/stores.ts';
import { copyLines, saveList } from '../shared/take-away.ts';
import { UnlockForm } from '../vault/UnlockForm.tsx';
import { Counts } from './Counts.tsx';
import './job.css';
import { doneCount, jobTitle, progressWords, reasonGroups, stateWords } from './job-words.ts';
import { OutcomeList } from './OutcomeList.tsx';

export interface JobViewProps {
  readonly jobId: string;
  readonly current: AccountState | undefined;
  readonly vault: VaultState | undefined;
  readonly onBack: () => void;
  readonly onDelete: (request: DeletionRequest) => void;
}

/** One job: its progress while it runs, and what became of every target. */
export function JobView({ jobId, current, vault, onBack, onDelete }: JobViewProps) {
  // Frozen and large, so it is read once.
  const frozen = useRef<Plan | undefined>(undefined);
  const stored = useStored('journal', async () => {
    const there = frozen.current?.id === jobId ? frozen.current : undefined;
    const plan = there ?? (await openJournal().plan(jobId));
    frozen.current = plan;
    return {
      job: await openJournal().job(jobId),
      plan,
      outcomes: await openJournal().outcomes(jobId),
    };
  }, [jobId]);
  if (stored.value === undefined) {
    return stored.failed ? <StoreFailed onAgain={stored.readAgain} /> : null;
  }
  const { job, plan, outcomes } = stored.value;
  const back = (
    <Button look="link" onPress={onBack}>
      {t('job_back')}
    </Button>
  );
  if (job === undefined || plan === undefined) {
    return (
      <Empty glyph="clock" title={t('job_missing')}>
        {back}
      </Empty>
    );
  }
  return (
    <div class="job">
      <div class="job-head">
        <div>
          <button type="button" class="button button-link" onClick={onBack}>
            <Glyph name="back" />
            {t('job_back')}
          </button>
        </div>
        <Head job={job} vault={vault} />
        <Reasons job={job} outcomes={outcomes} />
        <ProofPart job={job} plan={plan} />
      </div>
      <OutcomeList plan={plan} outcomes={outcomes} />
      <Foot
        job={job}
        plan={plan}
        outcomes={outcomes}
        account={current?.account}
        onDelete={onDelete}
      />
    </div>
  );
}

interface HeadProps {
  readonly job: JobRecord;
  readonly vault: VaultState | undefined;
}

function Head({ job, vault }: HeadProps) {
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
      {job.state === 'paused' && job.pausedFor === 'no-key' && (
        <Notice
          tone="warn"
          role="status"
          title={t('key_missing')}
          actions={<Button onPress={() => void openOptions()}>{t('account_enter_key')}</Button>}
        >
          <p>{t('key_missing_paused')}</p>
        </Notice>
      )}
      {job.state === 'paused' && job.pausedFor === 'locked' && vault?.state === 'locked' && (
        <Notice tone="warn" role="status" title={t('vault_is_locked')}>
          <p>{t(PAUSED_TEXTS.locked)}</p>
          <UnlockForm vault={vault} />
        </Notice>
      )}
      {job.state === 'paused' && job.pausedFor === 'locked' && vault?.state === 'none' && (
        <GoOn job={job} words="job_paused_vault_gone" />
      )}
      {job.state === 'paused' && job.pausedFor !== 'no-key' && job.pausedFor !== 'locked' && (
        <GoOn
          job={job}
          words={PAUSED_TEXTS[job.pausedFor ?? 'trouble']}
          {...(job.pausedFor === 'refused' && { refusal: job.obstacle })}
        />
      )}
    </>
  );
}

interface GoOnProps extends Pick<HeadProps, 'job'> {
  /** Why the job waits. */
  readonly words: MessageKey;
  /** What VOD said of the account. */
  readonly refusal?: Reason | undefined;
}

/** Why a job waits for the person's word, and the button that gives it. */
function GoOn({ job, words, refusal }: GoOnProps) {
  const [asked, setAsked] = useState<'asked' | 'failed'>();
  const press = async () => {
    setAsked('asked');
    try {
      await send(goOn, { jobId: job.id });
      setAsked(undefined);
    } catch {
      setAsked('failed');
    }
  };
  return (
    <Notice
      tone="warn"
      role="status"
      title={t(refusal === undefined ? 'job_state_paused' : 'job_halted')}
      actions={
        <Button disabled={asked === 'asked'} onPress={() => void press()}>
          {t('job_go_on')}
        </Button>
      }
    >
      {refusal !== undefined && (
        <p>
          {t(REASON_TEXTS[refusal.kind].happened)} {t(REASON_TEXTS[refusal.kind].next)}
        </p>
      )}
      <p>{t(words)}</p>
      {asked === 'failed' && <p>{t('job_go_on_failed')}</p>}
    </Notice>
  );
}

/** What a screen reader says as the job goes on: every tenth of it, not every target. */
function spoken(job: JobRecord): string {
  const { total } = job;
  const done = doneCount(job.counts);
  const tenth = Math.floor((done / total) * 10) * 10;
  return job.state === 'running' ? t('job_spoken', [String(tenth)]) : stateWords(job, job.startsAt);
}

interface ReasonsProps {
  readonly job: JobRecord;
  readonly outcomes: readonly TargetOutcome[];
}

/** Each thing that went wrong once, with how many it concerns and what to do. */
function Reasons({ job, outcomes }: ReasonsProps) {
  if (job.state !== 'ended') return null;
  return (
    <>
      {reasonGroups(outcomes)
        .slice(0, 3)
        .map(({ reason, count }) => (
          <Notice key={`${reason.kind} ${reason.code}`} title={t('job_reason_count', count)}>
            <p>
              {t(REASON_TEXTS[reason.kind].happened)} {t(REASON_TEXTS[reason.kind].next)}
            </p>
          </Notice>
        ))}
    </>
  );
}

interface FootProps extends ReasonsProps {
  readonly plan: Plan;
  readonly account: Account | undefined;
  readonly onDelete: (request: DeletionRequest) => void;
}

function Foot({ job, plan, outcomes, account, onDelete }: FootProps) {
  const [said, setSaid] = useState('');
  const undone = job.counts.failed + job.counts.unknown + job.counts.stopped;
  const other = account?.id !== job.accountId;
  const names = plan.targets.map(targetName);
  return (
    <div class="job-foot">
      {job.state === 'ended' && undone > 0 && (
        <Button
          look="main"
          disabled={other}
          {...(other ? { hint: t('job_retry_other_account') } : {})}
          onPress={() => onDelete(retrySelection(plan, outcomes))}
        >
          {t('job_retry')}
        </Button>
      )}
      <Button
        onPress={() =>
          void copyLines(names).then(
            () => setSaid(t('review_copied', names.length)),
            () => setSaid(t('review_action_failed')),
          )
        }
      >
        {t('review_copy')}
      </Button>
      <Button onPress={() => saveList('deletion', exportOutcomes(plan, outcomes))}>
        {t('review_export')}
      </Button>
      <span class="job-foot-said" role="status">
        {said}
      </span>
    </div>
  );
}
