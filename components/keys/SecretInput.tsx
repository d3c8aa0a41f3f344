import { useState } from 'preact/hooks';
import type { FieldLinks } from '../shared/Field.tsx';
import './secret-input.css';

export interface SecretInputProps extends FieldLinks {
  readonly value: string;
  readonly masked?: boolean;
  /** Has the focus when its dialog opens. */
  readonly first?: boolean;
  readonly onChange: (value: string) => void;
}

/**
 * An input for a part of a key, or a passphrase. Password managers neither fill nor save it: it is not of type
 * password, its name means nothing, and it carries the marks by which they leave a field alone.
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
