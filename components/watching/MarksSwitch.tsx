import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { marksOn } from '../../utils/tabs/marks-setting.ts';
import { SetByAdministrator } from '../settings/SetByAdministrator.tsx';

/** Switches the marks on pages on and off; locked, they are off, as they come. */
export function MarksSwitch({ locked }: { readonly locked: boolean }) {
  const [on, setOn] = useState<boolean>();
  const hint = useId();
  useEffect(() => {
    void marksOn.getValue().then(setOn);
    return marksOn.watch(setOn);
  }, []);
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={!locked && (on ?? false)}
        disabled={locked || on === undefined}
        aria-describedby={hint}
        onChange={(event) => void marksOn.setValue(event.currentTarget.checked)}
      />
      <span class="choice-text">
        <span class="choice-name">{t('marks_switch')}</span>
        <span class="choice-hint" id={hint}>
          {t('marks_switch_hint')}
          {locked && <SetByAdministrator />}
        </span>
      </span>
    </label>
  );
}
