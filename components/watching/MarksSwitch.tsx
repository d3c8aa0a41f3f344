import { t } from '../../utils/browser/i18n.ts';
import { marks } from '../../utils/settings/settings.ts';
import { SetByAdministrator } from '../settings/SetByAdministrator.tsx';
import { Choice } from '../shared/Choice.tsx';
import { useSetting } from '../shared/use-setting.ts';

/** Switches the marks on pages on and off; locked, they are off, as they come. */
export function MarksSwitch() {
  const effective = useSetting(marks);
  return (
    <Choice
      type="checkbox"
      name={t('marks_switch')}
      hint={
        <>
          {t('marks_switch_hint')}
          {effective?.locked === true && <SetByAdministrator />}
        </>
      }
      checked={effective?.value ?? false}
      disabled={effective?.locked ?? true}
      onChange={(on) => void marks.save(on)}
    />
  );
}
