import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { observeReviewedTab } from '../../utils/browser/tabs.ts';
import { showOnPage, spotPage } from '../../utils/tabs/commands.ts';
import { observePage, type PageSightings } from '../../utils/tabs/reports/page-sightings.ts';

/** The sightings of a tab, why there are none, or `undefined` before the first answer. */
export type SpottedPage = PageSightings | 'no-tab' | 'failed' | undefined;

/** The page in the reviewed tab, and the actions on it. */
export interface ReviewedPage {
  /** The id of the tab; absent until it is known. */
  readonly tabId: number | undefined;
  readonly page: SpottedPage;
  readonly spotAgain: () => void;
  /** Shows an item on the page. Resolves to `false` when the item is no longer there. */
  readonly showOnPage: (key: string) => Promise<boolean>;
}

/** Spots the reviewed tab, again when another tab is reviewed, and follows what is found. */
export function usePage(): ReviewedPage {
  const [tabId, setTabId] = useState<number>();
  const [page, setPage] = useState<SpottedPage>();

  const spot = useCallback((id: number) => {
    send(spotPage, { tabId: id }).catch(() => setPage('failed'));
  }, []);

  // Both are layout effects, so that the next paint can already show the first rows.
  useLayoutEffect(
    () =>
      observeReviewedTab(location.href, (id) => {
        setPage(id === undefined ? 'no-tab' : undefined);
        setTabId(id);
      }),
    [],
  );

  const [known, setKnown] = useState<number>();
  useLayoutEffect(() => {
    if (tabId === undefined) return;
    return observePage(tabId, (told) => {
      setPage((before) => settled(before, told));
      setKnown(tabId);
    });
  }, [tabId]);
  // Only after the paint of the stored rows, which spotting would delay.
  useEffect(() => {
    if (known !== undefined && known === tabId) spot(known);
  }, [known, tabId, spot]);

  const spotAgain = useCallback(() => {
    if (tabId !== undefined) spot(tabId);
  }, [tabId, spot]);
  const show = useCallback(
    (key: string) =>
      tabId === undefined ? Promise.resolve(false) : send(showOnPage, { tabId, key }),
    [tabId],
  );
  return { tabId, page, spotAgain, showOnPage: show };
}

/** Keeps the old list if it is the same, since it is slow to render all rows again. */
function settled(before: SpottedPage, told: PageSightings): PageSightings {
  if (typeof before !== 'object' || !sameSightings(before.sightings, told.sightings)) return told;
  return { ...told, sightings: before.sightings };
}

function sameSightings(
  one: PageSightings['sightings'],
  other: PageSightings['sightings'],
): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every((sighting, at) => {
      const twin = other[at];
      return (
        sighting.key === twin?.key &&
        sighting.addresses.length === twin.addresses.length &&
        sighting.carriers.length === twin.carriers.length
      );
    })
  );
}
