import type { ComponentChildren } from 'preact';
import './action-line.css';

export interface ActionLineProps {
  readonly action: ComponentChildren;
  /** Whether the text is less important. */
  readonly quiet?: boolean;
  /** The text: why to press the button, or the result. */
  readonly children: ComponentChildren;
}

/** A button and a text about it, in one line. */
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
