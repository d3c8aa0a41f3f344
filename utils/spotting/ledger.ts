import { MOST_ADDRESSES } from './limits.ts';
import type { Sighting } from './sighting.ts';

/** More than a person can review: a page with more invents them. */
const MOST_OF_PAGE = 20_000;

/** The sightings of one document so far. */
export interface Ledger {
  /**
   * Adds a sighting of one address or id in one carrier.
   * @returns Whether it added something new.
   */
  add(seen: Sighting, element?: Element): boolean;
  /** Whether the page loaded an address that was found nowhere on it. */
  hasStray(): boolean;
  size(): number;
  hasNews(): boolean;
  /** Returns sightings that are new or have changed and were not taken yet, at most this many. */
  takeNews(most: number): Sighting[];
  all(): Sighting[];
  /** The element of a sighting, if it was found on one that still exists. */
  elementOf(key: string): Element | undefined;
}

/** Creates a ledger. It joins sightings of one image, and knows which are not reported yet. */
export function startLedger(): Ledger {
  const sightings = new Map<string, Sighting>();
  const elements = new Map<string, WeakRef<Element>>();
  const news = new Set<string>();
  const all = () => [...sightings.values()];
  const elementOf = (key: string) => elements.get(key)?.deref();

  return {
    add(seen, element) {
      const { key } = seen;
      const before = sightings.get(key);
      if (!before && sightings.size >= MOST_OF_PAGE) return false;
      if (element && !elementOf(key)?.isConnected) elements.set(key, new WeakRef(element));
      const now = before ? joined(before, seen) : seen;
      if (now === before) return false;
      sightings.set(key, now);
      news.add(key);
      return true;
    },
    hasStray: () =>
      all().some(({ carriers }) => carriers.length === 1 && carriers[0] === 'resource'),
    size: () => sightings.size,
    hasNews: () => news.size > 0,
    takeNews: (most) =>
      [...news].slice(0, most).flatMap((key) => {
        news.delete(key);
        return sightings.get(key) ?? [];
      }),
    all,
    elementOf,
  };
}

/** @returns The two as one sighting; the same object as before when nothing is new. */
function joined(
  before: Sighting,
  { addresses: [address], carriers: [carrier] }: Sighting,
): Sighting {
  let { addresses, carriers } = before;
  if (address && addresses.length < MOST_ADDRESSES && !addresses.includes(address)) {
    addresses = [...addresses, address];
  }
  // An image that an element shows was loaded anyway; this needs no second report.
  if (carrier && carrier !== 'resource' && !carriers.includes(carrier)) {
    carriers = [...carriers, carrier];
  }
  const same = addresses === before.addresses && carriers === before.carriers;
  return same ? before : { ...before, addresses, carriers };
}
