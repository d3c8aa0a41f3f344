import type { ComponentChildren } from 'preact';
import './two-columns.css';

/** Two fields side by side, or one below the other when there is little space. */
export function TwoColumns({ children }: { readonly children: ComponentChildren }) {
  return <div class="two-columns">{children}</div>;
}
