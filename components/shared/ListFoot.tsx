import type { ComponentChildren } from 'preact';
import './list-foot.css';

export interface ListFootProps {
  /** The result of the last action. */
  readonly said: ComponentChildren;
  /** The last element, separate from the others. */
  readonly last: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The actions below a list. */
export function ListFoot({ said, last, children }: ListFootProps) {
  return (
    <div class="list-foot">
      {children}
      <span class="list-foot-said" role="status">
        {said}
      </span>
      {last}
    </div>
  );
}
