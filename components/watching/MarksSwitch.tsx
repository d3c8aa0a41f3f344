import { useId } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { marks } from '../../utils/settings/settings.ts';
import { SetByAdministrator } from '../settings/SetByAdministrator.tsx';
import { useSetting } from '../shared/use-setting.ts';

/** Switches the marks on pages on and off; locked, they are off, as they come. */
export function MarksSwitch() {
  const effective = useSetting(marks);
  const hint = useId();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={effective?.value ?? false}
        disabled={effective?.locked ?? true}
        aria-describedby={hint}
        onChange={(event) => void marks.save(event.currentTarget.checked)}
      />
      <span class="choice-text">
        <span class="choice-name">{t('marks_switch')}</span>
        <span class="choice-hint" id={hint}>
          {t('marks_switch_hint')}
          {effective?.locked === true && <SetByAdministrator />}
        </span>
      </span>
    </label>
  );
}
