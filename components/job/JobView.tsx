import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountState, VaultState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { openJournal } from '../../utils/job/journal.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import type { DeletionRequest } from '../plan/request.ts';
import { ProofPart } from '../proof/ProofPart.tsx';
import { Button } from '../shared/Button.tsx';
import { Empty } from '../shared/Empty.tsx';
import { Glyph } from '../shared/Glyph.tsx';
import { useStored } from '../shared/hooks.ts';
import { StoreFailed } from '../shared/StoreFailed.tsx';
import { CollectedGone } from './CollectedGone.tsx';
import { JobFoot } from './JobFoot.tsx';
import { JobHead } from './JobHead.tsx';
import { OutcomeList } from './OutcomeList.tsx';
import { OutcomeTools } from './OutcomeTools.tsx';
import { ALL_OUTCOMES, fittingTargets } from './outcome-filter.ts';
import { Reasons } from './Reasons.tsx';
import '../shared/button.css';
import './job-view.css';

export interface JobViewProps {
  readonly jobId: string;
  readonly current: AccountState | undefined;
  readonly vault: VaultState | undefined;
  readonly onBack: () => void;
  readonly onDelete: (request: DeletionRequest) => void;
}

/** One job: its progress while it runs, and the outcome of each target. */
export function JobView({ jobId, current, vault, onBack, onDelete }: JobViewProps) {
  // The plan is large and never changes, so it is read once.
  const frozen = useRef<Plan | undefined>(undefined);
  const [filter, setFilter] = useState(ALL_OUTCOMES);
  useEffect(() => setFilter(ALL_OUTCOMES), [jobId]);
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
  const shown = useMemo(() => {
    if (stored.value?.plan === undefined) return [];
    return fittingTargets(stored.value.plan, stored.value.outcomes, filter);
  }, [stored.value, filter]);
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
        <JobHead job={job} vault={vault} />
        <Reasons job={job} outcomes={outcomes} />
        <ProofPart job={job} plan={plan} />
        <CollectedGone job={job} plan={plan} outcomes={outcomes} />
      </div>
      <OutcomeTools job={job} shown={shown.length} filter={filter} onFilter={setFilter} />
      <OutcomeList plan={plan} outcomes={outcomes} shown={shown} />
      <JobFoot
        job={job}
        plan={plan}
        outcomes={outcomes}
        shown={shown}
        account={current?.account}
        onDelete={onDelete}
        onRemoved={onBack}
      />
    </div>
  );
}
