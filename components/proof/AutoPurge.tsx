import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { saveAutoPurge } from '../../utils/job/commands.ts';
import { autoPurge } from '../../utils/job/settings.ts';

/** Whether the CDN's copies are purged after every job. */
export function AutoPurge() {
  const [on, setOn] = useState<boolean>();
  const hint = useId();
  useEffect(() => {
    void autoPurge.getValue().then(setOn);
    return autoPurge.watch(setOn);
  }, []);
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={on ?? false}
        disabled={on === undefined}
        aria-describedby={hint}
        onChange={(event) => void send(saveAutoPurge, { on: event.currentTarget.checked })}
      />
      <span class="choice-text">
        <span class="choice-name">{t('auto_purge')}</span>
        <span class="choice-hint" id={hint}>
          {t('auto_purge_hint')}
        </span>
      </span>
    </label>
  );
}
