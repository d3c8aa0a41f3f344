import type { ComponentChildren } from 'preact';

export interface CellProps {
  readonly class?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A cell of a row of a grid. */
export function Cell({ class: name, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are not there
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
    <div role="gridcell" class={name} title={title}>
      {children}
    </div>
  );
}
