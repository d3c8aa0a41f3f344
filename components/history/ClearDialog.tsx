import { useId, useState } from 'preact/hooks';
import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { removeJobs } from '../../utils/history/commands.ts';
import { olderThan } from '../../utils/history/keeping.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { KEPT_DAYS } from '../../utils/settings/settings.ts';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { keptWords } from './kept-words.ts';
import './clear-dialog.css';

interface Clearing {
  readonly name: string;
  readonly ids: readonly string[];
}

export interface ClearDialogProps {
  readonly jobs: readonly JobRecord[];
  readonly shown: readonly JobRecord[];
  readonly onClose: () => void;
}

/** Asks which ended jobs to remove. Jobs that end while it is open are not removed. */
export function ClearDialog({ jobs, shown, onClose }: ClearDialogProps) {
  const [choices] = useState(() => clearings(jobs, shown, Date.now()));
  const [index, setIndex] = useState(0);
  const name = useId();
  const ids = choices[index]?.ids ?? [];
  const unended = jobs.filter(({ state }) => state !== 'ended').length;
  return (
    <ConfirmDialog
      title={t('history_clear_title')}
      confirm={t('history_clear_confirm', ids.length)}
      onConfirm={async () => {
        await send(removeJobs, { jobIds: [...ids] });
      }}
      onClose={onClose}
    >
      <fieldset class="clear-choices">
        <legend>{t('history_clear_which')}</legend>
        {choices.map((one, at) => (
          <label key={one.name}>
            <input type="radio" name={name} checked={at === index} onChange={() => setIndex(at)} />
            {one.name}
          </label>
        ))}
      </fieldset>
      {unended > 0 && <p>{t('history_clear_unended', unended)}</p>}
      <p>{t('history_clear_explain')}</p>
    </ConfirmDialog>
  );
}

/** @returns The choices that have jobs: those shown, if not all; those of an age; and all. */
function clearings(
  jobs: readonly JobRecord[],
  shown: readonly JobRecord[],
  now: number,
): readonly Clearing[] {
  const ended = jobs.filter(({ state }) => state === 'ended');
  const inSight = shown.filter(({ state }) => state === 'ended');
  const ids = (list: readonly JobRecord[]) => list.map(({ id }) => id);
  const older = KEPT_DAYS.filter((days) => days > 0).map((days) => {
    const list = olderThan(jobs, days, now);
    const words = [formatNumber(list.length), keptWords(days)];
    return { name: t('history_clear_older', list.length, words), ids: ids(list) };
  });
  return [
    ...(inSight.length < ended.length
      ? [{ name: t('history_clear_shown', inSight.length), ids: ids(inSight) }]
      : []),
    ...older.reverse(),
    { name: t('history_clear_all', ended.length), ids: ids(ended) },
  ].filter((one) => one.ids.length > 0);
}
