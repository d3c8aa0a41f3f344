import type { ComponentChildren } from 'preact';
import './button-row.css';

export interface ButtonRowProps {
  /** Whether it keeps a distance from what is above it. */
  readonly apart?: boolean;
  readonly children: ComponentChildren;
}

/** Buttons side by side, and short texts beside them. */
export function ButtonRow({ apart = false, children }: ButtonRowProps) {
  return <div class={apart ? 'button-row button-row-apart' : 'button-row'}>{children}</div>;
}
