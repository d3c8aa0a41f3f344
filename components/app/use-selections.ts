import { useEffect, useState } from 'preact/hooks';
import { NOTHING_SELECTED, type Selection, selectAll } from '../collection/list/selection.ts';

/** What is selected in the two lists of images. */
export interface Selections {
  readonly onPage: Selection;
  readonly selectOnPage: (selection: Selection) => void;
  readonly inCollection: Selection;
  readonly selectInCollection: (selection: Selection) => void;
  readonly clear: () => void;
}

/**
 * Holds the selections of *On this page* and *Collected*.
 * @param tabId The reviewed tab.
 * @param only The key of the collected item that is selected at first, if one is.
 */
export function useSelections(tabId: number | undefined, only: string | null): Selections {
  const [onPage, selectOnPage] = useState(NOTHING_SELECTED);
  const [inCollection, selectInCollection] = useState(() =>
    selectAll(NOTHING_SELECTED, only === null ? [] : [only]),
  );
  // A selection in one tab must not apply to another.
  useEffect(() => selectOnPage(NOTHING_SELECTED), [tabId]);
  return {
    onPage,
    selectOnPage,
    inCollection,
    selectInCollection,
    clear: () => {
      selectOnPage(NOTHING_SELECTED);
      selectInCollection(NOTHING_SELECTED);
    },
  };
}
