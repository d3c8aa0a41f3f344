import { useMemo, useState } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { removeJobs } from '../../utils/history/commands.ts';
import { exportOutcomes } from '../../utils/history/export.ts';
import { retrySelection, videosInstead } from '../../utils/history/retry.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { targetName } from '../../utils/plan/target.ts';
import type { DeletionRequest } from '../plan/request.ts';
import { Button } from '../shared/Button.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { ListFoot } from '../shared/ListFoot.tsx';
import { copyLines, saveList, saveListAsCsv } from '../shared/take-away.ts';
import type { ReasonsProps } from './Reasons.tsx';

export interface JobFootProps extends ReasonsProps {
  readonly plan: Plan;
  /** The positions of the shown targets, which are copied and exported. */
  readonly shown: readonly number[];
  readonly account: Account | undefined;
  readonly onDelete: (request: DeletionRequest) => void;
  readonly onRemoved: () => void;
}

/** The actions on a job: retry what failed, copy, export, remove it from the history. */
export function JobFoot(props: JobFootProps) {
  const { job, plan, outcomes, shown, account, onDelete, onRemoved } = props;
  const [removing, setRemoving] = useState(false);
  const [said, setSaid] = useState('');
  const undone = job.counts.failed + job.counts.unknown + job.counts.stopped;
  const other = account?.id !== job.accountId;
  const names = shown.flatMap((position) => {
    const target = plan.targets[position];
    return target === undefined ? [] : [targetName(target)];
  });
  const instead = useMemo(() => videosInstead(plan, outcomes), [plan, outcomes]);
  const exported = () => exportOutcomes(plan, outcomes, shown);
  return (
    <ListFoot
      said={said}
      last={
        <>
          {job.state === 'ended' && (
            <Button look="plain" onPress={() => setRemoving(true)}>
              {t('history_remove')}
            </Button>
          )}
          {removing && (
            <RemoveDialog job={job} onRemoved={onRemoved} onClose={() => setRemoving(false)} />
          )}
        </>
      }
    >
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
      {job.state === 'ended' && instead.items.length > 0 && (
        <Button
          disabled={other}
          {...(other ? { hint: t('job_retry_other_account') } : {})}
          onPress={() => onDelete(instead)}
        >
          {t('job_delete_videos', instead.items.length)}
        </Button>
      )}
      <Button
        disabled={shown.length === 0}
        onPress={() =>
          void copyLines(names).then(
            () => setSaid(t('review_copied', names.length)),
            () => setSaid(t('review_action_failed')),
          )
        }
      >
        {t('review_copy')}
      </Button>
      <Button disabled={shown.length === 0} onPress={() => saveList('deletion', exported())}>
        {t('review_export')}
      </Button>
      <Button disabled={shown.length === 0} onPress={() => saveListAsCsv('deletion', exported())}>
        {t('history_export_csv')}
      </Button>
    </ListFoot>
  );
}

interface RemoveDialogProps {
  readonly job: JobRecord;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** Asks before a job is removed from the history. */
function RemoveDialog({ job, onRemoved, onClose }: RemoveDialogProps) {
  return (
    <ConfirmDialog
      title={t('history_remove_title')}
      confirm={t('history_clear_confirm', 1)}
      onConfirm={async () => {
        await send(removeJobs, { jobIds: [job.id] });
        onRemoved();
      }}
      onClose={onClose}
    >
      <p>{t('history_clear_explain')}</p>
    </ConfirmDialog>
  );
}
