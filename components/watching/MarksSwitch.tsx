import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { marksOn } from '../../utils/collection/marks-setting.ts';

/** Switches the marks on pages on and off. */
export function MarksSwitch() {
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
        checked={on ?? false}
        disabled={on === undefined}
        aria-describedby={hint}
        onChange={(event) => void marksOn.setValue(event.currentTarget.checked)}
      />
      <span class="choice-text">
        <span class="choice-name">{t('marks_switch')}</span>
        <span class="choice-hint" id={hint}>
          {t('marks_switch_hint')}
        </span>
      </span>
    </label>
  );
}
