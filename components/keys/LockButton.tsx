import { useEffect, useState } from 'preact/hooks';
import type { VaultState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { lockVault } from '../../utils/keys/commands.ts';
import { Glyph } from '../shared/Glyph.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';
import '../shared/button.css';
import './lock-button.css';

/** Locks the vault, or opens the unlock dialog. Renders nothing when there is no vault. */
export function LockButton({ vault }: { readonly vault: VaultState }) {
  const [unlocking, setUnlocking] = useState(false);
  const [failed, setFailed] = useState(false);
  const locked = vault.state === 'locked';
  // After an unlock elsewhere, the next lock must not open the dialog again.
  useEffect(() => {
    if (!locked) setUnlocking(false);
  }, [locked]);
  if (vault.state === 'none') return null;
  const press = () => {
    if (locked) return setUnlocking(true);
    send(lockVault, {}).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <>
      <button
        type="button"
        class={locked ? 'button lock lock-shut' : 'button lock'}
        title={t(failed ? 'fault_no_answer' : locked ? 'vault_is_locked' : 'vault_is_unlocked')}
        onClick={press}
      >
        <Glyph name={locked ? 'closed' : 'open'} />
        {t(locked ? 'vault_unlock' : 'vault_lock')}
      </button>
      <span class="unseen" role="alert">
        {failed && t('fault_no_answer')}
      </span>
      {unlocking && locked && <UnlockDialog vault={vault} onClose={() => setUnlocking(false)} />}
    </>
  );
}
