import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { goOn } from '../../utils/job/commands.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import type { Reason } from '../../utils/plan/reason.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { REASON_TEXTS } from '../shared/reason-texts.ts';

interface GoOnProps {
  readonly job: JobRecord;
  /** Why the job waits. */
  readonly words: MessageKey;
  /** Why VOD refuses the account, if that is the reason. */
  readonly refusal?: Reason | undefined;
}

/** Says why a job waits for the person, with a button to continue it. */
export function GoOn({ job, words, refusal }: GoOnProps) {
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
          {t('sentences', [
            t(REASON_TEXTS[refusal.kind].happened),
            t(REASON_TEXTS[refusal.kind].next),
          ])}
        </p>
      )}
      <p>{t(words)}</p>
      {asked === 'failed' && <p>{t('job_go_on_failed')}</p>}
    </Notice>
  );
}
