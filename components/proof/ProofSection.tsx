import type { ComponentChildren } from 'preact';
import './proof-section.css';

export interface ProofSectionProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A section of the proof: the check, or the purge. */
export function ProofSection({ label, children }: ProofSectionProps) {
  return (
    <section class="proof-section" aria-label={label}>
      {children}
    </section>
  );
}
