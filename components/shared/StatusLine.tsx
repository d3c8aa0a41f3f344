import type { ComponentChildren } from 'preact';
import './status-line.css';

export interface StatusLineProps {
  readonly tone: 'good' | 'bad';
  /** The words; without any, nothing is shown. */
  readonly children: ComponentChildren;
}

/** What came of what the person did, read aloud when they pause. It is always in the document. */
export function StatusLine({ tone, children }: StatusLineProps) {
  return (
    <p role="status" class={`status-line status-line-${tone}`}>
      {children}
    </p>
  );
}
