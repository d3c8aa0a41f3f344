import { t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import type { TargetOutcome } from '../../utils/job/outcome.ts';
import { Notice } from '../shared/Notice.tsx';
import { REASON_TEXTS } from '../shared/reason-texts.ts';
import { reasonGroups } from './job-words.ts';

export interface ReasonsProps {
  readonly job: JobRecord;
  readonly outcomes: readonly TargetOutcome[];
}

/** The most frequent reasons of failures, with their counts and what to do. */
export function Reasons({ job, outcomes }: ReasonsProps) {
  if (job.state !== 'ended') return null;
  return (
    <>
      {reasonGroups(outcomes)
        .slice(0, 3)
        .map(({ reason, count }) => (
          <Notice key={`${reason.kind} ${reason.code}`} title={t('job_reason_count', count)}>
            <p>
              {t('sentences', [
                t(REASON_TEXTS[reason.kind].happened),
                t(REASON_TEXTS[reason.kind].next),
              ])}
            </p>
          </Notice>
        ))}
    </>
  );
}
