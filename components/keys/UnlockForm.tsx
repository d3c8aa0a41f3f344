import { useState } from 'preact/hooks';
import type { VaultState } from '../../utils/accounts/state.ts';
import { t } from '../../utils/browser/i18n.ts';
import { unlockVault } from '../../utils/keys/commands.ts';
import { Field } from '../shared/Field.tsx';
import { SecretInput } from './SecretInput.tsx';
import { usePassphrase } from './use-passphrase.ts';
import '../shared/button.css';
import './unlock-form.css';

export interface UnlockFormProps {
  readonly vault: VaultState;
  /** Whether its field has the focus when its dialog opens. */
  readonly first?: boolean;
  readonly onUnlocked?: () => void;
}

/** The form that unlocks the vault with the passphrase. */
export function UnlockForm({ vault, first, onUnlocked }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const tried = usePassphrase(vault.nextTryAt);
  const shut = tried.trying || tried.wait !== undefined;

  const unlock = async () => {
    setEmpty(passphrase === '');
    if (passphrase === '' || shut) return;
    if (await tried.send(unlockVault, { passphrase })) onUnlocked?.();
    setPassphrase('');
  };

  return (
    <form
      class="unlock"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <Field
        label={t('field_passphrase')}
        fault={empty ? t('fault_passphrase_empty') : tried.fault}
      >
        {(links) => (
          <SecretInput
            {...links}
            masked
            {...(first === true && { first })}
            value={passphrase}
            onChange={(typed) => {
              setPassphrase(typed);
              setEmpty(false);
              tried.clear();
            }}
          />
        )}
      </Field>
      <button type="submit" class="button button-main" disabled={shut}>
        {t(tried.trying ? 'vault_unlocking' : 'vault_unlock')}
      </button>
      {tried.wait !== undefined && <p class="unlock-wait numbers">{tried.wait}</p>}
      <p class="unseen" role="alert">
        {empty ? t('fault_passphrase_empty') : tried.fault}
      </p>
    </form>
  );
}
