import { type Selection, selectAll, selectNone } from './selection.ts';

export interface ListKeysOptions {
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** The keys of all shown items, in their order. */
  readonly keys: readonly string[];
  /** Whether the preview is held open. */
  readonly held: boolean;
  readonly hold: (held: boolean) => void;
  /** Called to delete the selected items; absent while nothing can be deleted. */
  readonly onDelete: (() => void) | undefined;
  /** Selects or deselects the active item or group; absent without an active line. */
  readonly toggleActive: ((range: boolean) => void) | undefined;
  /** Shows the active item on its page; absent when it cannot be shown. */
  readonly showActive: (() => void) | undefined;
}

/** Handles the keys in a list of images, except those that move the active row. */
export function onListKey(event: KeyboardEvent, options: ListKeysOptions): void {
  const act = actionOf(event, options);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

function actionOf(event: KeyboardEvent, options: ListKeysOptions): (() => void) | undefined {
  const { selection, onSelect, keys, held, hold, onDelete, toggleActive, showActive } = options;
  const { key } = event;
  const some = selection.selected.size > 0;
  const chord = event.ctrlKey || event.metaKey;
  if (key.toLowerCase() === 'a' && chord) return () => onSelect(selectAll(selection, keys));
  if (key === 'Escape' && held) return () => hold(false);
  if (key === 'Escape' && some) return () => onSelect(selectNone(selection));
  if (key === 'Delete' && some) return onDelete;
  if (key.toLowerCase() === 'p' && !chord) return () => hold(!held);
  // A focused button in a row handles its own keys.
  if (event.target instanceof HTMLButtonElement) return undefined;
  if (key === ' ' && toggleActive !== undefined) return () => toggleActive(event.shiftKey);
  return key === 'Enter' ? showActive : undefined;
}
