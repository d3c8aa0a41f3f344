import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import type { Asked, TakenPictures } from './use-page-pictures.ts';

/** Offers to take pictures from the page, when images of the list do not load by themselves. */
export function PicturesNotice({ lacking, asked, taking, take }: TakenPictures) {
  // After its use it stays, so that the result can be read and its button keeps the focus.
  if (lacking === 0 && asked === undefined) return null;
  return (
    <Notice>
      <p>
        <span role="status">{words(asked, lacking)}</span>{' '}
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

const WITHOUT: Readonly<Record<Exclude<Asked, 'taken'>, MessageKey>> = {
  'none-in-view': 'pictures_none_in_view',
  behind: 'pictures_behind',
  refused: 'pictures_refused',
};

function words(asked: Asked | undefined, lacking: number): string {
  if (asked === undefined) return t('pictures_lacking', lacking);
  if (lacking === 0) return t('pictures_all_taken');
  return asked === 'taken' ? t('pictures_some_taken', lacking) : t(WITHOUT[asked]);
}
