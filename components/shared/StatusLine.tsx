import type { ComponentChildren } from 'preact';
import './status-line.css';

export interface StatusLineProps {
  readonly tone: 'good' | 'bad';
  /** `status` is read aloud at a pause, `alert` at once. */
  readonly role?: 'status' | 'alert';
  /** The text. Without it, nothing is visible. */
  readonly children: ComponentChildren;
}

/** The result of an action. Always rendered, so that screen readers announce its changes. */
export function StatusLine({ tone, role = 'status', children }: StatusLineProps) {
  return (
    <p role={role} class={`status-line status-line-${tone}`}>
      {children}
    </p>
  );
}
