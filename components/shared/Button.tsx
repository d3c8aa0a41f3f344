import type { ComponentChildren } from 'preact';
import './button.css';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly look?: 'normal' | 'main' | 'danger' | 'danger-outline' | 'plain' | 'link';
  readonly disabled?: boolean;
  /** A longer explanation: shown on hover, and read aloud after the name. */
  readonly hint?: string;
  /** The accessible name, when several buttons have the same text. */
  readonly label?: string;
  /** For a toggle button: whether it is on. */
  readonly pressed?: boolean;
  /** Whether Tab skips it, because another way leads to it. */
  readonly aside?: boolean;
}

/** A button. It never submits a form: forms have their own submit buttons. */
export function Button(props: ButtonProps) {
  const { children, onPress, look = 'normal', disabled, hint, label, pressed, aside } = props;
  return (
    <button
      type="button"
      class={`button button-${look}`}
      disabled={disabled ?? false}
      title={hint}
      aria-label={label}
      aria-pressed={pressed}
      tabIndex={aside === true ? -1 : undefined}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
