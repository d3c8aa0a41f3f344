import type { ComponentChildren } from 'preact';
import './two-columns.css';

/** Two fields beside each other, or below each other where there is little room. */
export function TwoColumns({ children }: { readonly children: ComponentChildren }) {
  return <div class="two-columns">{children}</div>;
}
