import { useId } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { THEMES, type Theme, theme } from '../../utils/settings/settings.ts';
import { Choice } from '../shared/Choice.tsx';
import { ChoiceGroup } from '../shared/ChoiceGroup.tsx';
import { useSetting } from '../shared/use-setting.ts';

const THEME_NAMES: Readonly<Record<Theme, MessageKey>> = {
  system: 'theme_system',
  light: 'theme_light',
  dark: 'theme_dark',
};

/** The choice of the theme: light, dark, or that of the system. */
export function AppearancePart() {
  const chosen = useSetting(theme)?.value;
  const name = useId();
  return (
    <ChoiceGroup legend={t('theme_legend')} hint={t('theme_hint')}>
      {THEMES.map((one) => (
        <Choice
          key={one}
          type="radio"
          group={name}
          name={t(THEME_NAMES[one])}
          checked={chosen === one}
          onChange={() => void theme.save(one)}
        />
      ))}
    </ChoiceGroup>
  );
}
