import { t } from '../../utils/browser/i18n.ts';
import { readPastedKey } from '../../utils/keys/pasted-key.ts';
import type { FormPart } from '../accounts/form-part.ts';
import { Field } from '../shared/Field.tsx';
import { StatusLine } from '../shared/StatusLine.tsx';
import { TwoColumns } from '../shared/TwoColumns.tsx';
import { localMoment } from './key-form.ts';
import { SecretInput } from './SecretInput.tsx';
import './key-fields.css';

export interface KeyFieldsProps extends FormPart {
  /** Whether the current values come from one paste. */
  readonly filled: boolean;
  readonly onFilled: (filled: boolean) => void;
}

/** The fields of a key. Pasting a whole key into one of them fills all of them. */
export function KeyFields({ fields, change, faultOf, filled, onFilled }: KeyFieldsProps) {
  const paste = (event: ClipboardEvent) => {
    const key = readPastedKey(event.clipboardData?.getData('text/plain') ?? '');
    if (key === undefined) return;
    event.preventDefault();
    change('keyId', key.accessKeyId);
    change('keySecret', key.accessKeySecret);
    change('token', key.securityToken ?? '');
    change('expires', key.expiresAt === undefined ? '' : localMoment(key.expiresAt));
    onFilled(true);
  };
  const type = (name: 'keyId' | 'keySecret' | 'token') => (value: string) => {
    change(name, value);
    onFilled(false);
  };
  return (
    <div class="key-fields" onPaste={paste}>
      <p class="field-hint">{t('key_paste_hint')}</p>
      <TwoColumns>
        <Field label={t('field_key_id')} fault={faultOf('keyId')}>
          {(links) => <SecretInput {...links} value={fields.keyId} onChange={type('keyId')} />}
        </Field>
        <Field label={t('field_key_secret')} fault={faultOf('keySecret')}>
          {(links) => (
            <SecretInput {...links} masked value={fields.keySecret} onChange={type('keySecret')} />
          )}
        </Field>
      </TwoColumns>
      <Field label={t('field_token')} hint={t('field_token_hint')} fault={faultOf('token')}>
        {(links) => <SecretInput {...links} masked value={fields.token} onChange={type('token')} />}
      </Field>
      {fields.token.trim() !== '' && (
        <Field label={t('field_expires')} hint={t('field_expires_hint')} fault={faultOf('expires')}>
          {(links) => (
            <input
              {...links}
              class="input key-expires"
              type="datetime-local"
              step={1}
              autocomplete="off"
              value={fields.expires}
              onInput={(event) => change('expires', event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <StatusLine tone="good">{filled && t('key_pasted')}</StatusLine>
    </div>
  );
}
