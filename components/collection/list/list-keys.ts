import { type Selection, selectAll, selectNone } from './selection.ts';

export interface ListKeysOptions {
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** The keys of all items that are shown, in their order. */
  readonly keys: readonly string[];
  /** Whether the larger look is held open. */
  readonly held: boolean;
  readonly hold: (held: boolean) => void;
  /** Asks to delete what is selected; absent while nothing can be deleted. */
  readonly onDelete: (() => void) | undefined;
  /** Selects what the active line is, or takes it out; absent without an active line. */
  readonly toggleActive: ((range: boolean) => void) | undefined;
  /** Shows the active item on its page; absent where it cannot be shown. */
  readonly showActive: (() => void) | undefined;
}

/** What a key does in a list of images, besides moving in it. */
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
  // A button in a row takes its keys itself.
  if (event.target instanceof HTMLButtonElement) return undefined;
  if (key === ' ' && toggleActive !== undefined) return () => toggleActive(event.shiftKey);
  return key === 'Enter' ? showActive : undefined;
}
