import { useId, useState } from 'preact/hooks';
import type { AccountState, VaultState } from '../../utils/accounts/state.ts';
import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { KeySource } from '../../utils/keys/credentials.ts';
import { EditorPart } from '../accounts/EditorPart.tsx';
import type { FormPart } from '../accounts/form-part.ts';
import { Button } from '../shared/Button.tsx';
import { Choice } from '../shared/Choice.tsx';
import { ChoiceGroup } from '../shared/ChoiceGroup.tsx';
import { Field } from '../shared/Field.tsx';
import { Notice } from '../shared/Notice.tsx';
import { KeyFields } from './KeyFields.tsx';
import { KeyThere } from './KeyThere.tsx';

export interface KeyPartProps extends FormPart {
  /** Absent until the account is saved. */
  readonly state: AccountState | undefined;
  readonly vault: VaultState;
  /** Opens the dialog that creates or unlocks the vault. */
  readonly onVault: () => void;
}

const SOURCES: readonly {
  readonly from: KeySource['from'];
  readonly name: MessageKey;
  readonly hint: MessageKey;
}[] = [
  { from: 'session', name: 'key_from_session', hint: 'key_from_session_hint' },
  { from: 'vault', name: 'key_from_vault', hint: 'key_from_vault_hint' },
  { from: 'uri', name: 'key_from_uri', hint: 'key_from_uri_hint' },
];

/** The part of the account's form for the key and its source. */
export function KeyPart(props: KeyPartProps) {
  const { state, vault, fields, change, faultOf, onVault } = props;
  const group = useId();
  const [filled, setFilled] = useState(false);
  const managed = state?.managed === true;
  return (
    <EditorPart title={t('options_key')}>
      <ChoiceGroup legend={t('key_from')} disabled={managed}>
        {SOURCES.map(({ from, name, hint }) => (
          <Choice
            key={from}
            type="radio"
            group={group}
            name={t(name)}
            hint={t(hint)}
            checked={fields.from === from}
            onChange={() => change('from', from)}
          />
        ))}
      </ChoiceGroup>
      {fields.from === 'vault' && vault.state !== 'unlocked' && (
        <Notice
          tone="warn"
          role="status"
          actions={
            <Button onPress={onVault}>
              {t(vault.state === 'none' ? 'vault_make' : 'vault_unlock')}
            </Button>
          }
        >
          <p>{t(vault.state === 'none' ? 'key_needs_vault' : 'key_needs_unlock')}</p>
        </Notice>
      )}
      {state !== undefined && state.account.key.from !== 'uri' && <KeyThere state={state} />}
      {fields.from === 'uri' ? (
        <Field label={t('field_uri')} hint={t('field_uri_hint')} fault={faultOf('uri')}>
          {(links) => (
            <input
              {...links}
              class="input fixed"
              type="text"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              disabled={managed}
              placeholder="https://credentials.example.com/vod"
              value={fields.uri}
              onInput={(event) => change('uri', event.currentTarget.value)}
            />
          )}
        </Field>
      ) : (
        <KeyFields
          fields={fields}
          change={change}
          faultOf={faultOf}
          filled={filled}
          onFilled={setFilled}
        />
      )}
    </EditorPart>
  );
}
