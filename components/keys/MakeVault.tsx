import { useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { makeVault } from '../../utils/keys/commands.ts';
import { Notice } from '../shared/Notice.tsx';
import { NewPassphrase, NOT_TYPED, passphraseFault } from './NewPassphrase.tsx';
import { focusFault, PassphraseForm } from './PassphraseForm.tsx';
import '../shared/button.css';

export interface MakeVaultProps {
  /** Called when the vault was created. */
  readonly onMade?: () => void;
  readonly first?: boolean;
}

/** The form that creates a vault with a new passphrase. */
export function MakeVault({ onMade, first }: MakeVaultProps) {
  const [typed, setTyped] = useState(NOT_TYPED);
  const [fault, setFault] = useState<MessageKey>();
  const [failed, setFailed] = useState(false);
  const [making, setMaking] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const make = async () => {
    const wrong = passphraseFault(typed);
    setFault(wrong);
    setFailed(false);
    if (wrong !== undefined) return focusFault(form.current);
    setMaking(true);
    try {
      await send(makeVault, { passphrase: typed.once });
      setTyped(NOT_TYPED);
      onMade?.();
    } catch {
      setFailed(true);
    }
    setMaking(false);
  };

  return (
    <PassphraseForm form={form} shut={making} onSend={() => void make()}>
      <NewPassphrase
        label={t('field_passphrase')}
        typed={typed}
        onChange={setTyped}
        fault={fault}
        {...(first === true && { first })}
      />
      <p class="quiet">{t('vault_no_way_back')}</p>
      {failed && (
        <Notice tone="bad" role="alert">
          <p>{t('vault_make_failed')}</p>
        </Notice>
      )}
      <div>
        <button type="submit" class="button button-main" disabled={making}>
          {t('vault_make')}
        </button>
      </div>
    </PassphraseForm>
  );
}
