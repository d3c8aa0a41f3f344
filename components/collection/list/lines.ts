import type { Item } from '../../../utils/collection/item.ts';
import { type SideStep, type Step, stepTo } from '../../shared/Grid.tsx';
import type { VideoGroup } from './video-groups.ts';

/** One row of the list as it is drawn: the head of a group, or as many items as stand side by side. */
export type Line =
  | { readonly kind: 'head'; readonly group: VideoGroup }
  | { readonly kind: 'items'; readonly items: readonly Item[] };

export interface Lines {
  readonly lines: readonly Line[];
  /** The keys of the items as they follow each other; heads are none. */
  readonly keys: readonly string[];
  /** In which line an item or the head of a group stands, by its key. */
  readonly lineOf: ReadonlyMap<string, number>;
}

/** Lays items out in lines of so many columns; in groups, each begins with its head. */
export function layLines(
  items: readonly Item[],
  groups: readonly VideoGroup[] | undefined,
  columns: number,
): Lines {
  const lines: Line[] = [];
  const keys: string[] = [];
  const lineOf = new Map<string, number>();
  const lay = (some: readonly Item[]) => {
    for (let from = 0; from < some.length; from += columns) {
      const beside = some.slice(from, from + columns);
      for (const { key } of beside) {
        keys.push(key);
        lineOf.set(key, lines.length);
      }
      lines.push({ kind: 'items', items: beside });
    }
  };
  if (groups === undefined) lay(items);
  for (const group of groups ?? []) {
    lineOf.set(group.key, lines.length);
    lines.push({ kind: 'head', group });
    lay(group.items);
  }
  return { lines, keys, lineOf };
}

/** In which column of its line an item stands; a head stands in the first. */
export function columnOf(line: Line | undefined, key: string | undefined): number {
  if (line?.kind !== 'items') return 0;
  return line.items.findIndex((item) => item.key === key);
}

/** Where the keyboard stands, and in which column it goes on up and down. */
export interface Place {
  readonly key: string;
  readonly column: number;
}

/**
 * Where a step leads. With `itemsOnly` heads are passed over: a range is drawn over items. Up and
 * down keep to the column of `before`, the place that the last step gave, also past heads and short
 * lines; if the keyboard was moved otherwise since, its own column counts.
 */
export function stepFrom(
  all: Lines,
  from: string | undefined,
  step: Step | SideStep,
  page: number,
  itemsOnly: boolean,
  before?: Place,
): Place | undefined {
  const { lines, lineOf } = all;
  const at = from === undefined ? undefined : lineOf.get(from);
  const column = at === undefined ? 0 : columnOf(lines[at], from);
  if (step === 'before' || step === 'after') {
    const beside = at === undefined ? undefined : placeIn(lines[at], column + SIDE[step]);
    if (beside !== undefined) return beside;
    const line = landing(all, stepTo(UP_DOWN[step], at, lines.length, page), step, itemsOnly);
    // Nothing lies beyond the first and the last.
    if (line === at) return placeIn(lines[line], column);
    return placeIn(lines[line], step === 'after' || at === undefined ? 0 : lastIn(lines[line]));
  }
  const line = landing(all, stepTo(step, at, lines.length, page), step, itemsOnly);
  if (step === 'first') return placeIn(lines[line], 0);
  if (step === 'last') return placeIn(lines[line], lastIn(lines[line]));
  const kept =
    at !== undefined && before !== undefined && before.key === from ? before.column : column;
  const place = placeIn(lines[line], Math.min(kept, lastIn(lines[line])));
  return place && { key: place.key, column: kept };
}

const SIDE: Readonly<Record<SideStep, number>> = { before: -1, after: 1 };

const UP_DOWN: Readonly<Record<SideStep, Step>> = { before: 'previous', after: 'next' };

const UPWARDS: readonly (Step | SideStep)[] = ['previous', 'page-up', 'before'];

/** The line itself, or the nearest of items where a head does not count. */
function landing(
  { lines }: Lines,
  line: number,
  step: Step | SideStep,
  itemsOnly: boolean,
): number {
  if (!itemsOnly || lines[line]?.kind !== 'head') return line;
  // Items stand under every head, and over every head but the first.
  return UPWARDS.includes(step) && line > 0 ? line - 1 : line + 1;
}

function lastIn(line: Line | undefined): number {
  return line?.kind === 'items' ? line.items.length - 1 : 0;
}

function placeIn(line: Line | undefined, column: number): Place | undefined {
  const key = keyIn(line, column);
  return key === undefined ? undefined : { key, column };
}

function keyIn(line: Line | undefined, column: number): string | undefined {
  if (line?.kind === 'head') return column === 0 ? line.group.key : undefined;
  return line?.items[column]?.key;
}
