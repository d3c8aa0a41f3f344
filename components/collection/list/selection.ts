/** What is chosen in a list, by key, so that it survives a change of the list. */
export interface Selection {
  readonly selected: ReadonlySet<string>;
  /** The row that has the keyboard. */
  readonly active: string | undefined;
  /** Where a range starts. */
  readonly anchor: string | undefined;
  /** What was chosen before the range that is being drawn, so that it can shrink again. */
  readonly base: ReadonlySet<string>;
}

const NO_KEYS: ReadonlySet<string> = new Set();

export const NOTHING_SELECTED: Selection = {
  selected: NO_KEYS,
  active: undefined,
  anchor: undefined,
  base: NO_KEYS,
};

/** Adds a row to the chosen ones or takes it out; the others stay as they are. */
export function toggle(selection: Selection, key: string): Selection {
  const selected = new Set(selection.selected);
  if (!selected.delete(key)) selected.add(key);
  return { selected, active: key, anchor: key, base: selected };
}

/** Chooses every row from the anchor to this one, beside what was chosen before the range. */
export function extendTo(selection: Selection, keys: readonly string[], key: string): Selection {
  const to = keys.indexOf(key);
  if (to < 0) return selection;
  const anchored = selection.anchor === undefined ? -1 : keys.indexOf(selection.anchor);
  const from = anchored < 0 ? to : anchored;
  const range = keys.slice(Math.min(from, to), Math.max(from, to) + 1);
  return {
    selected: new Set([...selection.base, ...range]),
    active: key,
    anchor: keys[from],
    base: selection.base,
  };
}

/** Moves the keyboard to a row and chooses nothing; the next range starts there. */
export function moveTo(selection: Selection, key: string): Selection {
  return { ...selection, active: key, anchor: key, base: selection.selected };
}

/** Chooses all rows of the list as it is shown, beside what is chosen already. */
export function selectAll(selection: Selection, keys: readonly string[]): Selection {
  const selected = new Set([...selection.selected, ...keys]);
  return { ...selection, selected, base: selected };
}

/** Chooses all of some rows, or none of them where all are chosen already. */
export function toggleAll(
  selection: Selection,
  keys: readonly string[],
  active: string,
): Selection {
  const all = keys.every((key) => selection.selected.has(key));
  const selected = all
    ? selection.selected.difference(new Set(keys))
    : selection.selected.union(new Set(keys));
  return { selected, active, anchor: active, base: selected };
}

/** Chooses nothing, in the list and beyond what it shows. */
export function selectNone(selection: Selection): Selection {
  return { ...selection, selected: NO_KEYS, anchor: selection.active, base: NO_KEYS };
}

/**
 * The chosen ones among the rows that are shown, in their order. What a filter hides is never
 * among them, so it cannot come into a plan.
 */
export function chosen<Row extends { readonly key: string }>(
  shown: readonly Row[],
  selection: Selection,
): readonly Row[] {
  return shown.filter((row) => selection.selected.has(row.key));
}
