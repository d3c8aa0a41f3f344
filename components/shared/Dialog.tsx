import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** The buttons. The one that acts is last. */
  readonly foot: ComponentChildren;
  /** Called on Esc. The caller then stops rendering the dialog. */
  readonly onClose: () => void;
  /** Whether it is only text: its body is then focusable, so that the keyboard can scroll it. */
  readonly reading?: boolean;
}

/** A modal dialog. The browser keeps the focus in it; it returns the focus when it closes. */
export function Dialog({ title, children, foot, onClose, reading = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    // Not the first control, which may be the one that acts, unless it is a field to type into.
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
