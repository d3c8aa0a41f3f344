import type { Sighting } from '../../spotting/sighting.ts';

/** What to mark on a page. The account's domains decide this, but are not sent. */
export interface MarkOrder {
  /** Sightings that only the account's domains prove, not their address alone. */
  readonly owned: readonly string[];
  /** Sightings that are in the collection. */
  readonly collected: readonly string[];
}

/** @returns The keys of the sightings to mark. */
export function markedKeys(sightings: readonly Sighting[], order: MarkOrder): readonly string[] {
  const owned = new Set(order.owned);
  return sightings
    .filter(({ key, certainty }) => certainty === 'strict' || owned.has(key))
    .map(({ key }) => key);
}

/** @returns The keys of the sightings of each element on the page. */
export function elementsOf(
  keys: Iterable<string>,
  elementOf: (key: string) => Element | undefined,
): Map<Element, string[]> {
  const carried = new Map<Element, string[]>();
  for (const key of keys) {
    const element = elementOf(key);
    if (!element?.isConnected) continue;
    const shown = shownBy(element);
    const before = carried.get(shown);
    if (before) before.push(key);
    else carried.set(shown, [key]);
  }
  return carried;
}

/** @returns The element in which the person sees the image: `source` and `area` have no box. */
export function shownBy(element: Element): Element {
  if (element.localName === 'source') {
    return element.parentElement?.querySelector('img') ?? element.parentElement ?? element;
  }
  if (element.localName === 'area') {
    const name = element.closest('map')?.getAttribute('name');
    const root = element.getRootNode() as ParentNode & Node;
    return (name && root.querySelector(`img[usemap="#${CSS.escape(name)}"]`)) || element;
  }
  return element;
}
