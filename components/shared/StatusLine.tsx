import type { ComponentChildren } from 'preact';
import './status-line.css';

export interface StatusLineProps {
  readonly tone: 'good' | 'bad';
  /** `status` is read when the person pauses, `alert` at once. */
  readonly role?: 'status' | 'alert';
  /** The words; without any, nothing is shown. */
  readonly children: ComponentChildren;
}

/** What came of what the person did. It is always in the document, so that it is read aloud. */
export function StatusLine({ tone, role = 'status', children }: StatusLineProps) {
  return (
    <p role={role} class={`status-line status-line-${tone}`}>
      {children}
    </p>
  );
}
