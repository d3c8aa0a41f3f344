import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { goOn } from '../../utils/deletion/commands.ts';
import type { JobRecord } from '../../utils/deletion/journal.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';

interface GoOnProps {
  readonly job: JobRecord;
  /** Why the job waits. */
  readonly words: MessageKey;
}

/** Why a job waits for the person's word, and the button that gives it. */
export function GoOn({ job, words }: GoOnProps) {
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
      title={t('job_state_paused')}
      actions={
        <Button disabled={asked === 'asked'} onPress={() => void press()}>
          {t('job_go_on')}
        </Button>
      }
    >
      <p>{t(words)}</p>
      {asked === 'failed' && <p>{t('job_go_on_failed')}</p>}
    </Notice>
  );
}
