import type { ComponentChildren } from 'preact';

export interface CellProps {
  readonly class?: string;
  readonly title?: string;
  /** How many columns it covers, in a grid that counts them. */
  readonly span?: number | undefined;
  /** The key of the item that it shows, so that the preview finds its position. */
  readonly dataKey?: string;
  readonly children: ComponentChildren;
}

/** A cell in a row of a grid. */
export function Cell({ class: name, title, span, dataKey, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are not there
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
    <div role="gridcell" class={name} title={title} aria-colspan={span} data-key={dataKey}>
      {children}
    </div>
  );
}
