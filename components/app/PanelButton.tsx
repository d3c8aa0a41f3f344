import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { type OpenSidePanel, sidePanelOpener } from '../../utils/browser/side-panel.ts';
import { Glyph } from '../shared/Glyph.tsx';

/** Opens the side panel, which stays open beside the page; the popup closes as it does. */
export function PanelButton() {
  const [open, setOpen] = useState<OpenSidePanel>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // Without an answer there is no button.
    sidePanelOpener().then(
      (opener) => setOpen(() => opener),
      () => {},
    );
  }, []);
  if (open === undefined) return null;
  return (
    <>
      <button
        type="button"
        class="button panel-button"
        title={t('panel_open')}
        aria-label={t('panel_open')}
        onClick={() => {
          open().then(
            () => window.close(),
            () => setFailed(true),
          );
        }}
      >
        <Glyph name="panel" />
      </button>
      <span class="unseen" role="alert">
        {failed && t('panel_failed')}
      </span>
    </>
  );
}
