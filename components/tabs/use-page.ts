import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { observeReviewedTab } from '../../utils/browser/tabs.ts';
import { showOnPage, spotPage } from '../../utils/tabs/commands.ts';
import { observePage, type PageSightings } from '../../utils/tabs/reports/page-sightings.ts';

/** A tab's sightings, why there are none, or `undefined` before the first answer. */
export type SpottedPage = PageSightings | 'no-tab' | 'failed' | undefined;

/** The reviewed tab's page, and what can be done with it. */
export interface ReviewedPage {
  /** Which tab it is; absent while that is not known. */
  readonly tabId: number | undefined;
  readonly page: SpottedPage;
  readonly spotAgain: () => void;
  /** Shows a row on the page itself; gives false when it is not there any more. */
  readonly showOnPage: (key: string) => Promise<boolean>;
}

/** Spots the reviewed tab, and each that takes its place, and tells what was found there, now and as it changes. */
export function usePage(): ReviewedPage {
  const [tabId, setTabId] = useState<number>();
  const [page, setPage] = useState<SpottedPage>();

  const spot = useCallback((id: number) => {
    send(spotPage, { tabId: id }).catch(() => setPage('failed'));
  }, []);

  // Both before the next picture, which may then show the first rows.
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
  // After the picture with the first rows: spotting would take its share of what they wait for.
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

/** What was told, with the list from before if it is the same: rows are dear to make anew. */
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
