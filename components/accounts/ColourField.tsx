import { useId } from 'preact/hooks';
import { COLOURS, type Colour } from '../../utils/accounts/account.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { Dot } from './Dot.tsx';
import '../shared/field.css';
import './colour-field.css';

const NAMES: Readonly<Record<Colour, MessageKey>> = {
  grey: 'colour_grey',
  blue: 'colour_blue',
  teal: 'colour_teal',
  green: 'colour_green',
  amber: 'colour_amber',
  orange: 'colour_orange',
  red: 'colour_red',
  violet: 'colour_violet',
};

export interface ColourFieldProps {
  readonly value: string;
  readonly onChange: (colour: Colour) => void;
}

/** The choice of an account's colour. Each colour has its name beside it. */
export function ColourField({ value, onChange }: ColourFieldProps) {
  const group = useId();
  return (
    <fieldset class="field">
      <legend class="field-label">{t('field_colour')}</legend>
      <div class="colours">
        {COLOURS.map((colour) => (
          <label key={colour} class="colour">
            <input
              type="radio"
              class="unseen"
              name={group}
              checked={value === colour}
              onChange={() => onChange(colour)}
            />
            <Dot colour={colour} />
            {t(NAMES[colour])}
          </label>
        ))}
      </div>
      <p class="field-hint">{t('field_colour_hint')}</p>
    </fieldset>
  );
}
