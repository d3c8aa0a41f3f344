import type { Sighting } from '../../spotting/sighting.ts';

/** What a page is told to mark; nothing of the account, whose domains decide it. */
export interface MarkOrder {
  /** Sightings that their address alone does not prove, yet the account owns. */
  readonly owned: readonly string[];
  /** Sightings that are in the collection. */
  readonly collected: readonly string[];
}

/** The keys of the sightings that deserve a mark. */
export function markedKeys(sightings: readonly Sighting[], order: MarkOrder): readonly string[] {
  const owned = new Set(order.owned);
  return sightings
    .filter(({ key, certainty }) => certainty === 'strict' || owned.has(key))
    .map(({ key }) => key);
}

/** Which sightings each element on the page carries. */
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

/** The element in which the person sees what another names: sources and areas have no box. */
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
