import { useRef, useState } from 'preact/hooks';
import type { VaultState } from '../../utils/accounts/state.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { changePassphrase } from '../../utils/keys/commands.ts';
import { Button } from '../shared/Button.tsx';
import { ButtonRow } from '../shared/ButtonRow.tsx';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';
import { NewPassphrase, NOT_TYPED, passphraseFault } from './NewPassphrase.tsx';
import { focusFault, PassphraseForm } from './PassphraseForm.tsx';
import { SecretInput } from './SecretInput.tsx';
import { usePassphrase } from './use-passphrase.ts';
import '../shared/button.css';

export interface ChangePassphraseProps {
  readonly vault: VaultState;
  /** Called when the person cancels, or the passphrase was changed. */
  readonly onDone: (changed: boolean) => void;
}

/** Changes the passphrase of the vault. Needs the old one. */
export function ChangePassphrase({ vault, onDone }: ChangePassphraseProps) {
  const [before, setBefore] = useState('');
  const [typed, setTyped] = useState(NOT_TYPED);
  const [fault, setFault] = useState<MessageKey>();
  const [beforeEmpty, setBeforeEmpty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const tried = usePassphrase(vault.nextTryAt);
  const shut = tried.trying || tried.wait !== undefined;

  const change = async () => {
    const wrong = passphraseFault(typed);
    setFault(wrong);
    setBeforeEmpty(before === '');
    if (wrong === undefined && before !== '') {
      const changed = await tried.send(changePassphrase, { before, after: typed.once });
      if (changed) return onDone(true);
      setBefore('');
    }
    focusFault(form.current);
  };

  return (
    <PassphraseForm form={form} shut={shut} onSend={() => void change()}>
      <Field
        label={t('field_passphrase_now')}
        fault={beforeEmpty ? t('fault_passphrase_empty') : tried.fault}
      >
        {(links) => (
          <SecretInput
            {...links}
            masked
            value={before}
            onChange={(text) => {
              setBefore(text);
              setBeforeEmpty(false);
              tried.clear();
            }}
          />
        )}
      </Field>
      <NewPassphrase
        label={t('field_passphrase_new')}
        typed={typed}
        onChange={setTyped}
        fault={fault}
      />
      {tried.wait !== undefined && (
        <Notice tone="warn">
          <p class="numbers">{tried.wait}</p>
        </Notice>
      )}
      <p class="unseen" role="alert">
        {tried.fault}
      </p>
      <ButtonRow>
        <button type="submit" class="button button-main" disabled={shut}>
          {t('vault_change')}
        </button>
        <Button onPress={() => onDone(false)}>{t('delete_cancel')}</Button>
      </ButtonRow>
    </PassphraseForm>
  );
}
