import type { JobRecord } from '../../utils/job/job-record.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { openProofs } from '../../utils/proof/proofs.ts';
import { useStored } from '../shared/hooks.ts';
import { CheckPart } from './CheckPart.tsx';
import { PurgePart } from './PurgePart.tsx';
import './proof-part.css';

export interface ProofPartProps {
  readonly job: JobRecord;
  readonly plan: Plan;
}

/** The proof of an ended job: whether its images are gone, also from the CDN. */
export function ProofPart({ job, plan }: ProofPartProps) {
  const stored = useStored(
    'proofs',
    async () => ({
      checks: await openProofs().checks(job.id),
      purges: await openProofs().purges(job.id),
    }),
    [job.id],
  );
  if (job.state !== 'ended' || stored.value === undefined) return null;
  return (
    <div class="proof">
      <CheckPart plan={plan} checks={stored.value.checks} />
      {plan.targets.some(({ by }) => by === 'url') && (
        <PurgePart jobId={job.id} purges={stored.value.purges} />
      )}
    </div>
  );
}
