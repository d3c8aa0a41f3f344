import { useId } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { autoPurge } from '../../utils/settings/settings.ts';
import { useSetting } from '../shared/use-setting.ts';

/** Whether the CDN's copies are purged after every job. */
export function AutoPurge() {
  const on = useSetting(autoPurge)?.value;
  const hint = useId();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={on ?? false}
        disabled={on === undefined}
        aria-describedby={hint}
        onChange={(event) => void autoPurge.save(event.currentTarget.checked)}
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
