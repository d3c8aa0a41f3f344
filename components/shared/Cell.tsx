import type { ComponentChildren } from 'preact';

export interface CellProps {
  readonly class?: string;
  readonly title?: string;
  /** How many columns it stands in, where the grid counts them. */
  readonly span?: number | undefined;
  readonly children: ComponentChildren;
}

/** A cell of a row of a grid. */
export function Cell({ class: name, title, span, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are not there
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
    <div role="gridcell" class={name} title={title} aria-colspan={span}>
      {children}
    </div>
  );
}
