import { t } from '../../utils/browser/i18n.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import type { TakenPictures } from './use-page-pictures.ts';

/** Offers pictures as the page shows them, where images of the list do not load by themselves. */
export function PicturesNotice({ lacking, asked, taking, take }: TakenPictures) {
  // Once it was used it stays, so that its answer can be read and its button keeps the focus.
  if (lacking === 0 && asked === undefined) return null;
  return (
    <Notice>
      <p>
        <span role="status">
          {asked === undefined ? t('pictures_lacking', lacking) : takenWords(asked.taken, lacking)}
        </span>{' '}
        <Button
          look="link"
          hint={t('pictures_take_hint')}
          onPress={() => {
            if (!taking && lacking > 0) take();
          }}
        >
          {t('pictures_take')}
        </Button>
      </p>
    </Notice>
  );
}

function takenWords(taken: number, lacking: number): string {
  if (lacking === 0) return t('pictures_all_taken');
  return taken === 0 ? t('pictures_none_in_view') : t('pictures_some_taken', lacking);
}
