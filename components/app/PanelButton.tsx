import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { type OpenSidePanel, sidePanelOpener } from '../../utils/browser/side-panel.ts';
import { IconButton } from '../shared/IconButton.tsx';

/** Opens the side panel, which stays open beside the page, and closes the popup. */
export function PanelButton() {
  const [open, setOpen] = useState<OpenSidePanel>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // Without an opener there is no button.
    sidePanelOpener().then(
      (opener) => setOpen(() => opener),
      () => {},
    );
  }, []);
  if (open === undefined) return null;
  return (
    <>
      <IconButton
        glyph="panel"
        name={t('panel_open')}
        class="panel-button"
        onPress={() => {
          open().then(
            () => window.close(),
            () => setFailed(true),
          );
        }}
      />
      <span class="unseen" role="alert">
        {failed && t('panel_failed')}
      </span>
    </>
  );
}
