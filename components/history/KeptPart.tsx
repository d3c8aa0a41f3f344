import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { olderThan } from '../../utils/history/keeping.ts';
import { openJournal } from '../../utils/job/journal.ts';
import { KEPT_DAYS, type KeptDays, keptDays } from '../../utils/settings/settings.ts';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';
import { Field } from '../shared/Field.tsx';
import { useSetting } from '../shared/use-setting.ts';
import { keptWords } from './kept-words.ts';
import './kept-part.css';

/** The setting of how long jobs are kept. It asks before a shorter time removes any at once. */
export function KeptPart() {
  const kept = useSetting(keptDays)?.value;
  const [asking, setAsking] = useState<{ readonly days: KeptDays; readonly count: number }>();
  const [said, setSaid] = useState<'options_saved' | 'options_save_failed'>();
  if (kept === undefined) return null;

  const save = async (days: KeptDays) => {
    await keptDays.save(days);
    setSaid('options_saved');
  };
  const choose = async (days: KeptDays) => {
    setSaid(undefined);
    try {
      const count = olderThan(await openJournal().jobs(), days, Date.now()).length;
      if (count > 0) setAsking({ days, count });
      else await save(days);
    } catch {
      setSaid('options_save_failed');
    }
  };
  return (
    <div>
      <Field label={t('field_kept')} hint={t('field_kept_hint')}>
        {(links) => (
          <ButtonRow>
            <select
              {...links}
              class="input kept-days"
              value={String(asking?.days ?? kept)}
              onChange={({ currentTarget }) => {
                const days = KEPT_DAYS.find((one) => String(one) === currentTarget.value);
                if (days !== undefined) void choose(days);
              }}
            >
              {KEPT_DAYS.map((days) => (
                <option key={days} value={String(days)}>
                  {keptWords(days)}
                </option>
              ))}
            </select>
            <span class="quiet" role="status">
              {said !== undefined && t(said)}
            </span>
          </ButtonRow>
        )}
      </Field>
      {asking !== undefined && (
        <ConfirmDialog
          title={t('kept_shorter_title')}
          confirm={t('history_clear_confirm', asking.count)}
          onConfirm={() => save(asking.days)}
          onClose={() => setAsking(undefined)}
        >
          <p>
            {t('history_clear_older', asking.count, [String(asking.count), keptWords(asking.days)])}
          </p>
          <p>{t('history_clear_explain')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
