import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { SNAPSHOT_TYPES, type SnapshotSet, type SnapshotType } from '../../utils/vod/input.ts';
import { TYPE_NAMES, withType } from './image-types.ts';
import '../shared/field.css';
import './image-types.css';

export interface ImageTypesProps {
  readonly videos: number;
  readonly types: SnapshotSet | undefined;
  /** How many images of a type all videos have, where VOD answered. */
  readonly counts: Partial<Readonly<Record<SnapshotType, number>>>;
  readonly onChange: (types: SnapshotSet | undefined) => void;
}

/** The choice of which images of the videos are deleted. */
export function ImageTypes({ videos, types, counts, onChange }: ImageTypesProps) {
  const chosen = new Set<string>(types ?? []);
  return (
    <fieldset class="types">
      <legend class="field-label">{t('types_question', videos)}</legend>
      <div class="types-list">
        {([...SNAPSHOT_TYPES, 'All'] as const).map((type) => {
          const count = type === 'All' ? undefined : counts[type];
          return (
            <label key={type} class="types-one">
              <input
                type="checkbox"
                checked={chosen.has(type)}
                onChange={() => onChange(withType(types, type))}
              />
              <span>
                {t(TYPE_NAMES[type])}
                {count !== undefined && ` (${formatNumber(count)})`}{' '}
                <span class="quiet fixed">{type}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
