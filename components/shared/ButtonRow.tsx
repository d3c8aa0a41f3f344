import type { ComponentChildren } from 'preact';
import './button-row.css';

export interface ButtonRowProps {
  /** Whether there is space above it. */
  readonly apart?: boolean;
  readonly children: ComponentChildren;
}

/** Buttons and short texts side by side. */
export function ButtonRow({ apart = false, children }: ButtonRowProps) {
  return <div class={apart ? 'button-row button-row-apart' : 'button-row'}>{children}</div>;
}
