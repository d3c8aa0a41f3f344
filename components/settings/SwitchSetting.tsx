import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { Setting } from '../../utils/settings/setting.ts';
import { Choice } from '../shared/Choice.tsx';
import { useSetting } from '../shared/use-setting.ts';
import { SetByAdministrator } from './SetByAdministrator.tsx';

export interface SwitchSettingProps {
  readonly setting: Setting<boolean>;
  readonly name: MessageKey;
  readonly hint: MessageKey;
}

/** A setting that is on or off. While an administrator locks it, it shows its default. */
export function SwitchSetting({ setting, name, hint }: SwitchSettingProps) {
  const effective = useSetting(setting);
  return (
    <Choice
      type="checkbox"
      name={t(name)}
      hint={
        <>
          {t(hint)}
          {effective?.locked === true && <SetByAdministrator />}
        </>
      }
      checked={effective?.value ?? false}
      disabled={effective?.locked ?? true}
      onChange={(on) => void setting.save(on)}
    />
  );
}
