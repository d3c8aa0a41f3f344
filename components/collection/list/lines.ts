import type { Item } from '../../../utils/collection/item.ts';
import { type SideStep, type Step, stepTo } from '../../shared/Grid.tsx';
import type { VideoGroup } from './video-groups.ts';

/** A row of the list: the head of a group, or the items that are side by side. */
export type Line =
  | { readonly kind: 'head'; readonly group: VideoGroup }
  | { readonly kind: 'items'; readonly items: readonly Item[] };

export interface Lines {
  readonly lines: readonly Line[];
  /** The keys of the items in order, without heads. */
  readonly keys: readonly string[];
  /** The line of an item or head, by its key. */
  readonly lineOf: ReadonlyMap<string, number>;
}

/** @returns The items in lines of `columns` items. Each group begins with its head. */
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

/** @returns The column of an item in its line; 0 for a head. */
export function columnOf(line: Line | undefined, key: string | undefined): number {
  if (line?.kind !== 'items') return 0;
  return line.items.findIndex((item) => item.key === key);
}

/** The active item or head, and the column that moves up and down keep to. */
export interface Place {
  readonly key: string;
  readonly column: number;
}

/**
 * Finds where a step leads.
 * @param from The key of the active item or head.
 * @param page How many lines a page has.
 * @param itemsOnly Whether to skip heads, as a range does.
 * @param before The result of the last step. Moves up and down keep its column, also past heads and
 *   short lines, unless the active item has changed in another way since.
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
    // There is nothing before the first and after the last.
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

/** @returns The line itself, or the next line of items if heads are skipped. */
function landing(
  { lines }: Lines,
  line: number,
  step: Step | SideStep,
  itemsOnly: boolean,
): number {
  if (!itemsOnly || lines[line]?.kind !== 'head') return line;
  // There are items below every head, and above every head but the first.
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
