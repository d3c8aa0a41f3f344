import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** The buttons, the one that acts last. */
  readonly foot: ComponentChildren;
  /** Called when the person leaves by Esc; the caller then stops rendering the dialog. */
  readonly onClose: () => void;
  /** It holds nothing but text to read, which then takes the focus to be scrolled by keyboard. */
  readonly reading?: boolean;
}

/** A modal dialog: the platform traps the focus, closes on Esc, and gives the focus back. */
export function Dialog({ title, children, foot, onClose, reading = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The first control may be the one that acts; reading starts at the top instead, unless the
    // dialog is there to be typed into.
    const first = dialog?.querySelector<HTMLElement>('[data-first-focus]');
    (first ?? dialog)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={element}
      class="dialog"
      tabIndex={-1}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} class="dialog-title">
        {title}
      </h2>
      {reading ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
        <section class="dialog-body" tabIndex={0} aria-labelledby={titleId}>
          {children}
        </section>
      ) : (
        <div class="dialog-body">{children}</div>
      )}
      <div class="dialog-foot">{foot}</div>
    </dialog>
  );
}
