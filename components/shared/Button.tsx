import type { ComponentChildren } from 'preact';
import './button.css';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly look?: 'normal' | 'main' | 'danger' | 'danger-outline' | 'plain' | 'link';
  readonly disabled?: boolean;
  /** A longer explanation, shown on hover and read after the name. */
  readonly hint?: string;
  /** The accessible name, where the words alone do not tell which of several it is. */
  readonly label?: string;
  /** Whether it is pressed, where it stays so. */
  readonly pressed?: boolean;
  /** Left out of the order of Tab; something else leads to it. */
  readonly aside?: boolean;
}

/** A button of the extension. It never submits a form: forms name their own. */
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
