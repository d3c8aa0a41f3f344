import type { ComponentChildren } from 'preact';
import './proof-section.css';

export interface ProofSectionProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** One of the two ways to prove a job. */
export function ProofSection({ label, children }: ProofSectionProps) {
  return (
    <section class="proof-section" aria-label={label}>
      {children}
    </section>
  );
}
