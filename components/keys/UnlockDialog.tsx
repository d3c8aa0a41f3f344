import type { VaultState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { Button } from '../shared/Button.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { UnlockForm } from './UnlockForm.tsx';

export interface UnlockDialogProps {
  readonly vault: VaultState;
  readonly onClose: () => void;
}

/** The unlock form, as a dialog. */
export function UnlockDialog({ vault, onClose }: UnlockDialogProps) {
  return (
    <Dialog
      title={t('vault_unlock_title')}
      onClose={onClose}
      foot={<Button onPress={onClose}>{t('delete_cancel')}</Button>}
    >
      <p class="quiet">{t('vault_unlock_why')}</p>
      <UnlockForm vault={vault} first onUnlocked={onClose} />
    </Dialog>
  );
}
