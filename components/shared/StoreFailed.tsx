import { t } from '../../utils/browser/i18n.ts';
import { Button } from './Button.tsx';
import { Empty } from './Empty.tsx';

/** Shown in place of a list that could not be read from the browser's storage. */
export function StoreFailed({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <Empty glyph="closed" title={t('store_failed')}>
      <p class="quiet">{t('store_failed_next')}</p>
      <Button onPress={onAgain}>{t('store_try_again')}</Button>
    </Empty>
  );
}
