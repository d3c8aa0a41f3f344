import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import './grid.css';
import { useVirtualRows } from './virtual-rows.ts';

/** Where a key sends the active row; `page` is as many rows as are in sight. */
export type Step = 'previous' | 'next' | 'first' | 'last' | 'page-up' | 'page-down';

/** Which key leads where in a list. */
export const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

export interface GridProps {
  readonly label: string;
  readonly count: number;
  /** Height of a row in pixels; with `measured` only a guess. */
  readonly rowHeight: number;
  readonly measured?: boolean;
  /** The row that has the keyboard. */
  readonly active: number | undefined;
  readonly onMove: (to: number, event: KeyboardEvent) => void;
  /** Other keys, first. */
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly rowName: (index: number) => string;
  /** Absent for a list in which nothing is chosen. */
  readonly selected?: (index: number) => boolean;
  readonly onRowClick?: (index: number, event: MouseEvent) => void;
  /** The cells: elements of role gridcell. */
  readonly cells: (index: number) => ComponentChildren;
}

/** The index a step leads to, within the list. */
export function stepTo(
  step: Step,
  active: number | undefined,
  count: number,
  page: number,
): number {
  const from = active ?? -1;
  const to = {
    previous: from - 1,
    next: from + 1,
    first: 0,
    last: count - 1,
    'page-up': from - page,
    'page-down': from + page,
  }[step];
  return Math.max(0, Math.min(count - 1, to));
}

/**
 * A long list as an ARIA grid: only rows in sight are in the document; the grid keeps the focus and
 * names its active row, so that scrolling never loses it.
 */
export function Grid(props: GridProps) {
  const { label, count, rowHeight, measured, active, cells, selected, rowName } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const { rows, height, measure, reveal } = useVirtualRows({
    count,
    rowHeight,
    keep: active,
    scroller,
  });
  const moved = useRef(false);

  useEffect(() => {
    if (active !== undefined && moved.current) reveal(active);
    moved.current = false;
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    props.onKey?.(event);
    if (event.defaultPrevented || event.altKey || count === 0) return;
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    moved.current = true;
    props.onMove(stepTo(step, active, count, page), event);
  };

  const inSight = active !== undefined && rows.some((row) => row.index === active);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are not there
    <div
      ref={scroller}
      class="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count}
      aria-multiselectable={selected === undefined ? undefined : true}
      aria-readonly={selected === undefined ? true : undefined}
      aria-activedescendant={inSight ? `${base}-${active}` : undefined}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // Keeps the focus on the grid when a row or its checkbox is pressed.
        if (props.onRowClick === undefined || event.button !== 0) return;
        event.preventDefault();
        scroller.current?.focus({ preventScroll: true });
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div class="grid-rows" role="rowgroup" style={{ height: `${height}px` }}>
        {rows.map(({ index, start, key }) => (
          <Row
            key={key}
            id={`${base}-${index}`}
            index={index}
            start={start}
            name={rowName(index)}
            active={index === active}
            {...(selected === undefined ? {} : { selected: selected(index) })}
            {...(measured === true ? { measure } : { height: rowHeight })}
            {...(props.onRowClick === undefined ? {} : { onClick: props.onRowClick })}
          >
            {cells(index)}
          </Row>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly index: number;
  readonly start: number;
  readonly name: string;
  readonly active: boolean;
  readonly selected?: boolean;
  readonly height?: number;
  readonly measure?: (element: HTMLElement | null) => void;
  readonly onClick?: (index: number, event: MouseEvent) => void;
  readonly children: ComponentChildren;
}

function Row(props: RowProps) {
  const { id, index, start, name, active, selected, height, measure, onClick, children } = props;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => measure?.(element.current));
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names this row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys
    <div
      ref={element}
      id={id}
      class={active ? 'grid-row grid-row-active' : 'grid-row'}
      role="row"
      data-index={index}
      aria-rowindex={index + 1}
      aria-label={name}
      aria-selected={selected}
      style={{
        transform: `translateY(${start}px)`,
        ...(height === undefined ? {} : { height: `${height}px` }),
      }}
      onClick={onClick === undefined ? undefined : (event) => onClick(index, event)}
    >
      {children}
    </div>
  );
}
