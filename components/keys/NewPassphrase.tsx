import type { MessageKey } from '../../utils/browser/i18n.ts';
import { t } from '../../utils/browser/i18n.ts';
import { Field } from '../shared/Field.tsx';
import { SecretInput } from './SecretInput.tsx';
import { StrengthMeter } from './StrengthMeter.tsx';

/** A new passphrase, typed twice: without it, the vault can never be opened again. */
export interface TypedTwice {
  readonly once: string;
  readonly again: string;
}

export const NOT_TYPED: TypedTwice = { once: '', again: '' };

/** @returns What is wrong: the passphrase is empty, or was not typed the same twice. */
export function passphraseFault({ once, again }: TypedTwice): MessageKey | undefined {
  if (once === '') return 'fault_passphrase_empty';
  return once === again ? undefined : 'fault_passphrase_differs';
}

export interface NewPassphraseProps {
  readonly label: string;
  readonly typed: TypedTwice;
  readonly onChange: (typed: TypedTwice) => void;
  /** Whether its first field has the focus when its dialog opens. */
  readonly first?: boolean;
  /** Set once the person tried to submit the form. */
  readonly fault: MessageKey | undefined;
}

/** The two fields for a new passphrase, and its strength. */
export function NewPassphrase({ label, typed, onChange, first, fault }: NewPassphraseProps) {
  const empty = fault === 'fault_passphrase_empty';
  return (
    <>
      <Field label={label} hint={t('field_passphrase_hint')} fault={empty ? t(fault) : undefined}>
        {(links) => (
          <SecretInput
            {...links}
            masked
            {...(first === true && { first })}
            value={typed.once}
            onChange={(once) => onChange({ ...typed, once })}
          />
        )}
      </Field>
      <StrengthMeter passphrase={typed.once} />
      <Field
        label={t('field_passphrase_again')}
        fault={fault !== undefined && !empty ? t(fault) : undefined}
      >
        {(links) => (
          <SecretInput
            {...links}
            masked
            value={typed.again}
            onChange={(again) => onChange({ ...typed, again })}
          />
        )}
      </Field>
    </>
  );
}
