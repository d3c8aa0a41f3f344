import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { AccountState } from '../../utils/vault/accounts.ts';
import { forgetKeyCommand } from '../../utils/vault/commands.ts';
import { Button } from '../shared/Button.tsx';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';
import type { FieldName, FormFields } from './form.ts';
import { SecretInput } from './SecretInput.tsx';

export interface KeyPartProps {
  readonly state: AccountState | undefined;
  readonly fields: FormFields;
  readonly change: (name: FieldName) => (value: string) => void;
  readonly faultOf: (name: FieldName) => string | undefined;
}

/** The part of the form in which a key is entered, seen to be there, and forgotten. */
export function KeyPart({ state, fields, change, faultOf }: KeyPartProps) {
  const [failed, setFailed] = useState(false);
  const forget = async (accountId: string) => {
    try {
      await send(forgetKeyCommand, { accountId });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <section class="options-part">
      <h2>{t('options_key')}</h2>
      <p class="quiet">{t('options_key_memory')}</p>
      {state?.keyHint !== undefined ? (
        <Notice tone="good" role="status">
          <div class="options-key">
            <span>
              {t('options_key_there')} <span class="fixed">{state.keyHint}</span>
            </span>
            <Button onPress={() => void forget(state.account.id)}>{t('options_forget_key')}</Button>
          </div>
          <p class="field-hint">{t('options_key_replace')}</p>
        </Notice>
      ) : (
        state !== undefined && (
          <Notice tone="warn" role="status">
            <p>{t('options_key_absent')}</p>
          </Notice>
        )
      )}
      {failed && (
        <Notice tone="bad" role="alert">
          <p>{t('options_forget_failed')}</p>
        </Notice>
      )}
      <div class="options-two">
        <Field label={t('field_key_id')} fault={faultOf('keyId')}>
          {(links) => <SecretInput {...links} value={fields.keyId} onChange={change('keyId')} />}
        </Field>
        <Field label={t('field_key_secret')} fault={faultOf('keySecret')}>
          {(links) => (
            <SecretInput
              {...links}
              masked
              value={fields.keySecret}
              onChange={change('keySecret')}
            />
          )}
        </Field>
      </div>
      <Field label={t('field_token')} hint={t('field_token_hint')} fault={faultOf('token')}>
        {(links) => (
          <SecretInput {...links} masked value={fields.token} onChange={change('token')} />
        )}
      </Field>
    </section>
  );
}
