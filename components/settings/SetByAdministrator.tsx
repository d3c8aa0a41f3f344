import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { Glyph } from '../shared/Glyph.tsx';
import './set-by-administrator.css';

export interface SetByAdministratorProps {
  /** For the `aria-describedby` of the controls that this explains. */
  readonly id?: string;
  readonly words?: MessageKey;
}

/** Says that an administrator set something, so that it cannot be changed here. */
export function SetByAdministrator({ id, words = 'managed_set' }: SetByAdministratorProps) {
  return (
    <span class="set-by" id={id}>
      <Glyph name="closed" />
      <span>{t(words)}</span>
    </span>
  );
}
