import { useId } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { THEMES, type Theme, theme } from '../../utils/settings/settings.ts';
import { useSetting } from '../shared/use-setting.ts';

const THEME_NAMES: Readonly<Record<Theme, MessageKey>> = {
  system: 'theme_system',
  light: 'theme_light',
  dark: 'theme_dark',
};

/** Light, dark, or as the system has it. */
export function AppearancePart() {
  const chosen = useSetting(theme)?.value;
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{t('theme_legend')}</legend>
      <p class="choice-hint">{t('theme_hint')}</p>
      {THEMES.map((one) => (
        <label key={one} class="choice">
          <input
            type="radio"
            name={name}
            checked={chosen === one}
            onChange={() => void theme.save(one)}
          />
          <span class="choice-name">{t(THEME_NAMES[one])}</span>
        </label>
      ))}
    </fieldset>
  );
}
