import type { ComponentChildren } from 'preact';
import './list-foot.css';

export interface ListFootProps {
  /** What came of what the person did. */
  readonly said: ComponentChildren;
  /** Comes last, apart from the others. */
  readonly last: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What can be done with a list, below it. */
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
