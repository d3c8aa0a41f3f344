import { t } from '../../utils/browser/i18n.ts';
import { autoPurge } from '../../utils/settings/settings.ts';
import { Choice } from '../shared/Choice.tsx';
import { useSetting } from '../shared/use-setting.ts';

/** Whether the CDN's copies are purged after every job. */
export function AutoPurge() {
  const on = useSetting(autoPurge)?.value;
  return (
    <Choice
      type="checkbox"
      name={t('auto_purge')}
      hint={t('auto_purge_hint')}
      checked={on ?? false}
      disabled={on === undefined}
      onChange={(chosen) => void autoPurge.save(chosen)}
    />
  );
}
