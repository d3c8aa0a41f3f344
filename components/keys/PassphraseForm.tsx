import type { ComponentChildren, RefObject } from 'preact';
import './passphrase-form.css';

export interface PassphraseFormProps {
  readonly form: RefObject<HTMLFormElement | null>;
  /** Whether submitting does nothing now. */
  readonly shut: boolean;
  readonly onSend: () => void;
  readonly children: ComponentChildren;
}

/** A form for passphrases. The browser must not fill in or validate it. */
export function PassphraseForm({ form, shut, onSend, children }: PassphraseFormProps) {
  return (
    <form
      ref={form}
      class="passphrase-form"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!shut) onSend();
      }}
    >
      {children}
    </form>
  );
}

/** Focuses the first invalid field of a form, after the next render has marked it. */
export function focusFault(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
