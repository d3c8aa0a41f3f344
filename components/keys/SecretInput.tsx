import { useState } from 'preact/hooks';
import type { FieldLinks } from '../shared/Field.tsx';
import './secret-input.css';

export interface SecretInputProps extends FieldLinks {
  readonly value: string;
  readonly masked?: boolean;
  /** Whether it has the focus when its dialog opens. */
  readonly first?: boolean;
  readonly onChange: (value: string) => void;
}

/**
 * An input for a passphrase or a part of a key. Password managers do not fill or save it: it does
 * not have the type `password`, its name is random, and it has the attributes that they respect.
 */
export function SecretInput({ value, masked, first, onChange, ...links }: SecretInputProps) {
  const [name] = useState(() => `f${crypto.randomUUID().slice(0, 8)}`);
  return (
    <input
      {...links}
      class={masked === true ? 'input fixed input-masked' : 'input fixed'}
      type="text"
      name={name}
      value={value}
      autocomplete="off"
      autocapitalize="off"
      autocorrect="off"
      spellcheck={false}
      data-1p-ignore=""
      data-lpignore="true"
      data-bwignore=""
      data-protonpass-ignore="true"
      data-form-type="other"
      data-first-focus={first === true ? '' : undefined}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
