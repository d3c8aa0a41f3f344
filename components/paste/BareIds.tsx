import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { PasteContext } from '../../utils/paste/paste.ts';
import '../shared/field.css';
import './bare-ids.css';

type BareAs = PasteContext['bareAs'];

const KINDS: readonly (readonly [NonNullable<BareAs>, MessageKey])[] = [
  ['image-id', 'paste_bare_images'],
  ['video-id', 'paste_bare_videos'],
];

export interface BareIdsProps {
  readonly chosen: BareAs;
  readonly onChoose: (kind: BareAs) => void;
}

/** Asks whether bare ids are of images or of videos: an id alone does not show it. */
export function BareIds({ chosen, onChoose }: BareIdsProps) {
  return (
    <fieldset class="paste-bare">
      <legend class="field-label">{t('paste_bare')}</legend>
      {KINDS.map(([kind, words]) => (
        <label key={kind}>
          <input
            type="radio"
            name="bare"
            checked={chosen === kind}
            onChange={() => onChoose(kind)}
          />{' '}
          {t(words)}
        </label>
      ))}
    </fieldset>
  );
}
