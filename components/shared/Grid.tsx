import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import './grid.css';
import { useVirtualRows } from './virtual-rows.ts';

/** A move of the active row. A page is about as many rows as are visible. */
export type Step = 'previous' | 'next' | 'first' | 'last' | 'page-up' | 'page-down';

/** The move of each key. */
export const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

/** A move of the active cell within a row, in reading order. */
export type SideStep = 'before' | 'after';

const SIDE_STEPS: Readonly<Record<string, SideStep>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
};

const OTHER_SIDE: Readonly<Record<SideStep, SideStep>> = { before: 'after', after: 'before' };

export interface GridProps {
  readonly label: string;
  readonly count: number;
  /** The height of a row in pixels; only an estimate with `measured`. */
  readonly rowHeight: number;
  readonly measured?: boolean;
  /** The heights of rows that differ. Must be a new function when they change. */
  readonly heightOf?: (index: number) => number;
  /** How many rows are rendered before and after the visible ones. */
  readonly beyond?: number;
  /** How many cells a row has, when each cell is an item; left and right keys then work too. */
  readonly columns?: number;
  /** The index of the active row. */
  readonly active: number | undefined;
  /** The column of the active cell, when a cell is active and not the whole row. */
  readonly activeCell?: number | undefined;
  readonly onMove?: (to: number, event: KeyboardEvent) => void;
  /** Replaces `onMove` when the caller decides where a step leads. */
  readonly onStep?: (step: Step | SideStep, page: number, event: KeyboardEvent) => void;
  /** Called first for every key. It prevents the default to stop the grid from using the key. */
  readonly onKey?: (event: KeyboardEvent) => void;
  /** @returns The accessible name; `undefined` for a row whose cells have their own names. */
  readonly rowName: (index: number) => string | undefined;
  readonly rowClass?: (index: number) => string | undefined;
  /** Absent when no row can be selected. Returns `undefined` for a row that cannot be. */
  readonly selected?: (index: number) => boolean | undefined;
  readonly onRowClick?: (index: number, event: MouseEvent) => void;
  /** Called with the width of the rows in pixels, now and after every change. */
  readonly onWidth?: (width: number) => void;
  /** The cells, with the role `gridcell`. One that can be active has the id from `cellId`. */
  readonly cells: (index: number, cellId: (column: number) => string) => ComponentChildren;
}

/** @returns The index that a step leads to, within the list. */
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
 * A long list as an ARIA grid. Only visible rows are rendered. The grid itself has the focus and
 * names its active row (`aria-activedescendant`), so that scrolling never loses the focus.
 */
export function Grid(props: GridProps) {
  const { label, count, rowHeight, measured, heightOf, columns, active, activeCell } = props;
  const { cells, selected, rowName, rowClass, onWidth } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const { rows, height, measure, reveal } = useVirtualRows({
    count,
    rowHeight,
    heightOf,
    beyond: props.beyond,
    keep: active,
    scroller,
  });
  // A list that opens with an active row scrolls to it.
  const moved = useRef(true);
  useWidth(scroller, onWidth);

  useEffect(() => {
    if (active === undefined) return;
    if (moved.current) reveal(active);
    moved.current = false;
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    props.onKey?.(event);
    if (event.defaultPrevented || event.altKey || count === 0) return;
    const step = STEPS[event.key] ?? (columns === undefined ? undefined : sideStep(event));
    if (step === undefined) return;
    event.preventDefault();
    // A focused button in a row could be removed with its row.
    scroller.current?.focus({ preventScroll: true });
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    moved.current = true;
    if (props.onStep !== undefined) props.onStep(step, page, event);
    else if (step !== 'before' && step !== 'after') {
      props.onMove?.(stepTo(step, active, count, page), event);
    }
  };

  const inSight = active !== undefined && rows.some((row) => row.index === active);
  const cellId = (index: number, column: number) => `${base}-${index}-${column}`;
  const activeId = activeCell === undefined ? `${base}-${active}` : cellId(active ?? 0, activeCell);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are not there
    <div
      ref={scroller}
      class="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count}
      aria-colcount={columns}
      aria-multiselectable={selected === undefined ? undefined : true}
      aria-readonly={selected === undefined ? true : undefined}
      aria-activedescendant={inSight ? activeId : undefined}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // Keeps the focus on the grid when a row or its checkbox is clicked.
        if (props.onRowClick === undefined || event.button !== 0) return;
        event.preventDefault();
        moved.current = false;
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
            look={rowClass?.(index)}
            active={index === active && activeCell === undefined}
            selected={selected?.(index)}
            columns={columns}
            {...(measured === true ? { measure } : { height: heightOf?.(index) ?? rowHeight })}
            {...(props.onRowClick === undefined ? {} : { onClick: props.onRowClick })}
          >
            {cells(index, (column) => cellId(index, column))}
          </Row>
        ))}
      </div>
    </div>
  );
}

/** @returns The move of an arrow key in reading order, which a right-to-left page reverses. */
function sideStep({ key, currentTarget }: KeyboardEvent): SideStep | undefined {
  const step = SIDE_STEPS[key];
  if (step === undefined || !(currentTarget instanceof HTMLElement)) return step;
  return getComputedStyle(currentTarget).direction === 'rtl' ? OTHER_SIDE[step] : step;
}

function useWidth(
  element: RefObject<HTMLElement | null>,
  onWidth: ((width: number) => void) | undefined,
): void {
  useLayoutEffect(() => {
    const wide = element.current;
    if (onWidth === undefined || wide === null) return;
    const tell = () => onWidth(wide.clientWidth);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(wide);
    return () => observer.disconnect();
  }, [onWidth]);
}

interface RowProps {
  readonly id: string;
  readonly index: number;
  readonly start: number;
  readonly name: string | undefined;
  readonly look: string | undefined;
  readonly active: boolean;
  readonly selected: boolean | undefined;
  readonly columns: number | undefined;
  readonly height?: number;
  readonly measure?: (element: HTMLElement | null) => void;
  readonly onClick?: (index: number, event: MouseEvent) => void;
  readonly children: ComponentChildren;
}

function Row(props: RowProps) {
  const { id, index, start, name, look, active, selected, columns } = props;
  const { height, measure, onClick, children } = props;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => measure?.(element.current));
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names this row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys
    <div
      ref={element}
      id={id}
      class={['grid-row', look, active && 'grid-row-active'].filter(Boolean).join(' ')}
      role="row"
      data-index={index}
      aria-rowindex={index + 1}
      aria-label={name}
      aria-selected={selected}
      style={{
        transform: `translateY(${start}px)`,
        ...(height === undefined ? {} : { height: `${height}px` }),
        ...(columns === undefined ? {} : { '--columns': columns }),
      }}
      onClick={onClick === undefined ? undefined : (event) => onClick(index, event)}
    >
      {children}
    </div>
  );
}
