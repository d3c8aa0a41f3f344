import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { exportOutcomes } from '../../utils/deletion/export.ts';
import type { Plan } from '../../utils/deletion/plan.ts';
import { retrySelection } from '../../utils/deletion/retry.ts';
import { targetName } from '../../utils/deletion/target.ts';
import type { Account } from '../../utils/vault/account.ts';
import type { DeletionRequest } from '../deletion/request.ts';
import { Button } from '../shared/Button.tsx';
import { copyLines, saveList } from '../shared/take-away.ts';
import type { ReasonsProps } from './Reasons.tsx';

interface FootProps extends ReasonsProps {
  readonly plan: Plan;
  readonly account: Account | undefined;
  readonly onDelete: (request: DeletionRequest) => void;
}

/** What can be done with a job: retry what failed, copy, export. */
export function Foot({ job, plan, outcomes, account, onDelete }: FootProps) {
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
