import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type PagePicturesTaken, takePictures } from '../../utils/tabs/pictures/take-pictures.ts';
import type { PageSighting } from '../../utils/tabs/reports/page-sightings.ts';
import type { PagePictures } from '../shared/page-pictures.ts';

/** Images fail one after the other. Those that fail within this time are taken together. */
const GATHER_MS = 400;

/** Pictures from the reviewed page, for its images that do not load by themselves. */
export interface TakenPictures extends PagePictures {
  /** By address, as `data:` URLs. Kept only in memory. */
  readonly pictures: ReadonlyMap<string, string>;
  /** How many images did not load and have no picture. */
  readonly lacking: number;
  /** The result of the person’s last request; absent before the first. */
  readonly asked: Asked | undefined;
  readonly taking: boolean;
  /** Takes the missing pictures from the page, as it is now. */
  readonly take: () => void;
}

/** The result of the person's request for pictures. */
export type Asked = 'taken' | 'none-in-view' | 'behind' | 'refused';

interface Held {
  readonly pictures: ReadonlyMap<string, string>;
  readonly tried: ReadonlySet<string>;
}

const NOTHING: Held = { pictures: new Map(), tried: new Set() };
const NO_SIGHTINGS: readonly PageSighting[] = [];

/**
 * Takes pictures from the page: once by itself, when the first images did not load, and then only
 * when the person asks, because it captures what the tab shows.
 */
export function usePagePictures(
  tabId: number | undefined,
  sightings = NO_SIGHTINGS,
): TakenPictures {
  const [held, setHeld] = useState(NOTHING);
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const [taking, setTaking] = useState(false);
  /** Counts the reviewed pages, so that a late answer for one is not used for another. */
  const [era, setEra] = useState(0);
  const now = useRef(era);
  now.current = era;
  const byItself = useRef(false);
  const pages = useRef<ReadonlySet<string>>(new Set());

  const startAnew = () => {
    byItself.current = false;
    setEra((before) => before + 1);
    setHeld(NOTHING);
    setFailed(new Set());
    setAsked(undefined);
    setTaking(false);
  };
  const tabBefore = useRef(tabId);
  useEffect(() => {
    // Before the first tab there is nothing to reset.
    if (tabBefore.current !== undefined && tabBefore.current !== tabId) startAnew();
    tabBefore.current = tabId;
  }, [tabId]);

  useEffect(() => {
    const before = pages.current;
    const here = new Set(sightings.map(({ page }) => page));
    pages.current = here;
    if ([...before].some((page) => !here.has(page))) return startAnew();
    if (failed.size === 0) return;
    const listed = new Set(sightings.flatMap(({ addresses }) => addresses));
    const left = [...failed].filter((address) => listed.has(address));
    if (left.length < failed.size) setFailed(new Set(left));
  }, [sightings]);

  // A new function for each page, so that thumbnails that stay in the list report again.
  const lacks = useCallback(
    (address: string) => {
      setFailed((before) => (before.has(address) ? before : new Set(before).add(address)));
    },
    [era],
  );
  const lacking = useMemo(
    () => new Set([...failed].filter((address) => !held.pictures.has(address))),
    [failed, held],
  );

  const take = async (byPerson: boolean) => {
    if (tabId === undefined || lacking.size === 0) return;
    setTaking(true);
    const found: PagePicturesTaken = await takePictures(tabId, lacking).catch(() => NOTHING);
    if (now.current !== era) return;
    setHeld(({ pictures, tried }) => ({
      pictures: new Map([...pictures, ...found.pictures]),
      tried: new Set([...tried, ...lacking]),
    }));
    setTaking(false);
    if (!byPerson) return;
    const some = [...lacking].some((address) => found.pictures.has(address));
    setAsked(some ? 'taken' : (found.fault ?? 'none-in-view'));
  };

  useEffect(() => {
    if (byItself.current || lacking.size === 0) return;
    const timer = setTimeout(() => {
      byItself.current = true;
      void take(false);
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [lacking]);

  return useMemo(
    () => ({
      pictures: held.pictures,
      pictureOf: (address) => held.pictures.get(address),
      wasTried: (address) => held.tried.has(address),
      lacks,
      lacking: lacking.size,
      asked,
      taking,
      take: () => void take(true),
    }),
    [held, lacks, lacking, asked, taking, tabId],
  );
}
