import { MOST_ADDRESSES } from './limits.ts';
import type { Sighting } from './sighting.ts';

/** More than a person can review; a page that makes more is not telling the truth. */
const MOST_OF_PAGE = 20_000;

/** What one document showed so far. */
export interface Ledger {
  /**
   * Takes a sighting of one address or id in one carrier.
   * @returns whether it told something new.
   */
  add(seen: Sighting, element?: Element): boolean;
  /** Whether something was loaded that was found nowhere on the page. */
  hasStray(): boolean;
  size(): number;
  hasNews(): boolean;
  /** What is new or has gained something since the last call, so many at most. */
  takeNews(most: number): Sighting[];
  all(): Sighting[];
  /** The element of a sighting, if it stood on one that is still there. */
  elementOf(key: string): Element | undefined;
}

/** Starts a ledger: it joins sightings of one image, and remembers what is not yet reported. */
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

/** The same object when it says nothing that was not known. */
function joined(
  before: Sighting,
  { addresses: [address], carriers: [carrier] }: Sighting,
): Sighting {
  let { addresses, carriers } = before;
  if (address && addresses.length < MOST_ADDRESSES && !addresses.includes(address)) {
    addresses = [...addresses, address];
  }
  // What an element shows was of course loaded; that is worth no second message.
  if (carrier && carrier !== 'resource' && !carriers.includes(carrier)) {
    carriers = [...carriers, carrier];
  }
  const same = addresses === before.addresses && carriers === before.carriers;
  return same ? before : { ...before, addresses, carriers };
}
