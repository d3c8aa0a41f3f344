import type { ComponentChildren } from 'preact';
import './action-line.css';

export interface ActionLineProps {
  /** The button. */
  readonly action: ComponentChildren;
  /** Whether what is said is of lesser weight. */
  readonly quiet?: boolean;
  /** What is said of it: why to press, or what came of it. */
  readonly children: ComponentChildren;
}

/** A button and what is said of it, in one line. */
export function ActionLine({ action, quiet = false, children }: ActionLineProps) {
  return (
    <div class="action-line">
      {action}
      <span role="status" class={quiet ? 'action-line-said quiet' : 'action-line-said'}>
        {children}
      </span>
    </div>
  );
}
