import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { Button } from '../shared/Button.tsx';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';
import { countChosen } from './image-types.ts';
import type { Confirmation } from './use-confirmation.ts';
import type { PlanDraft } from './use-draft.ts';
import './delete-foot.css';

export interface DeleteFootProps {
  readonly draft: PlanDraft;
  readonly confirmation: Confirmation;
  /** Whether the plan must not be confirmed, whatever the person types. */
  readonly forbidden: boolean;
  readonly onClose: () => void;
}

/** The controls that confirm the plan: the number to type, and the button that deletes. */
export function DeleteFoot({ draft, confirmation, forbidden, onClose }: DeleteFootProps) {
  const { plan, types, videoIds, counts } = draft;
  const { mustType, typed, type, fault, ready, start } = confirmation;
  const count = plan?.targets.length ?? 0;
  const videos = videoIds.length;
  return (
    <>
      {fault !== undefined && (
        <Notice tone="bad" role="alert">
          <p>{t(fault)}</p>
        </Notice>
      )}
      {plan !== undefined && videos > 0 && types !== undefined && (
        <p class="delete-videos">{videosWords(videos, countChosen(types, counts))}</p>
      )}
      {mustType && !forbidden && (
        <Field label={t('delete_type_number', [formatNumber(count)])}>
          {(links) => (
            <input
              {...links}
              class="input input-number numbers"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={typed}
              onInput={(event) => type(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <Button onPress={onClose}>{t('delete_cancel')}</Button>
      <Button look="danger" disabled={!ready} onPress={() => void start()}>
        {t('delete_confirm', count)}
      </Button>
    </>
  );
}

function videosWords(videos: number, about: number | undefined): string {
  return about === undefined
    ? t('delete_videos', videos)
    : t('delete_videos_about', videos, [formatNumber(videos), formatNumber(about)]);
}
