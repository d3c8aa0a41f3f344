/** What is selected in a list, by key, so that it stays when the list changes. */
export interface Selection {
  readonly selected: ReadonlySet<string>;
  /** The key of the active row. */
  readonly active: string | undefined;
  /** The key where a range starts. */
  readonly anchor: string | undefined;
  /** What was selected before the current range, so that the range can get smaller again. */
  readonly base: ReadonlySet<string>;
}

const NO_KEYS: ReadonlySet<string> = new Set();

export const NOTHING_SELECTED: Selection = {
  selected: NO_KEYS,
  active: undefined,
  anchor: undefined,
  base: NO_KEYS,
};

/** Selects a row or deselects it. The others do not change. */
export function toggle(selection: Selection, key: string): Selection {
  const selected = new Set(selection.selected);
  if (!selected.delete(key)) selected.add(key);
  return { selected, active: key, anchor: key, base: selected };
}

/** Selects all rows from the anchor to this one, in addition to those before the range. */
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

/** Makes a row active without selecting it. The next range starts there. */
export function moveTo(selection: Selection, key: string): Selection {
  return { ...selection, active: key, anchor: key, base: selection.selected };
}

/** Selects all shown rows, in addition to what is selected already. */
export function selectAll(selection: Selection, keys: readonly string[]): Selection {
  const selected = new Set([...selection.selected, ...keys]);
  return { ...selection, selected, base: selected };
}

/** Selects all of these rows, or deselects them if all are selected already. */
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

/** Deselects everything, also what the list does not show. */
export function selectNone(selection: Selection): Selection {
  return { ...selection, selected: NO_KEYS, anchor: selection.active, base: NO_KEYS };
}

/**
 * @returns The selected rows among the shown ones, in their order. Rows that a filter hides are
 *   never included, so they cannot get into a plan.
 */
export function chosen<Row extends { readonly key: string }>(
  shown: readonly Row[],
  selection: Selection,
): readonly Row[] {
  return shown.filter((row) => selection.selected.has(row.key));
}
