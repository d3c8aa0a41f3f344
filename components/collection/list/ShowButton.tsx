import { t } from '../../../utils/browser/i18n.ts';
import { Glyph } from '../../shared/Glyph.tsx';
import '../../shared/button.css';

/** Shows an image on the page. Only for the pointer; by keyboard, Enter does it. */
export function ShowButton({ onShow }: { readonly onShow: () => void }) {
  return (
    <button
      type="button"
      class="button button-plain"
      tabIndex={-1}
      aria-label={t('show_on_page')}
      title={t('show_on_page_hint')}
      onClick={(event) => {
        event.stopPropagation();
        onShow();
      }}
    >
      <Glyph name="target" />
    </button>
  );
}
