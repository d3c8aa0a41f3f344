import { t } from '../../utils/browser/i18n.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { MakeVault } from './MakeVault.tsx';

/** The form that creates a vault, as a dialog. */
export function MakeVaultDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title={t('vault_make_title')}
      onClose={onClose}
      foot={<Button onPress={onClose}>{t('delete_cancel')}</Button>}
    >
      <p class="quiet">{t('vault_what')}</p>
      <MakeVault first onMade={onClose} />
    </Dialog>
  );
}
