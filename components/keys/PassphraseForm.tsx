import type { ComponentChildren, RefObject } from 'preact';
import './passphrase-form.css';

export interface PassphraseFormProps {
  readonly form: RefObject<HTMLFormElement | null>;
  /** Nothing is sent now. */
  readonly shut: boolean;
  readonly onSend: () => void;
  readonly children: ComponentChildren;
}

/** A form that takes passphrases; the browser fills in and checks nothing of it. */
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

/** Puts the focus on the first field of a form with a fault, once it is marked. */
export function focusFault(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
