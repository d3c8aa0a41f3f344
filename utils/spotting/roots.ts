import type { Ground } from './ground.ts';
import type { Work } from './slices.ts';

/** The built-in elements that may have a shadow root. */
const PLAIN =
  'div,span,p,article,aside,section,header,footer,main,nav,h1,h2,h3,h4,h5,h6,blockquote,body';
const HOSTS = new Set(PLAIN.split(','));
const EMPTY = `:empty:is(${PLAIN})`;
const CUSTOM = /<[a-z][a-z0-9]*-[a-z0-9-]{0,60}/g;
const MOST_WAITING = 1000;

/** Returns the shadow root of an element, also a closed one where the browser allows it. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null | undefined;

/** Which elements to ask: custom and empty ones, also those that contain elements, or all. */
type Zeal = 'likely' | 'parents' | 'any';

/** The search for shadow roots. */
export interface Roots {
  /** See {@link Ground.look}. */
  look(element: Element, markup?: string, all?: boolean): void;
  /** Asks every element of a tree. */
  sweep(tree: Node): Work;
  /** Asks again the likely elements that had no root. */
  recheck(): void;
}

/**
 * Finds the shadow roots of a page. Asking for a closed one is slow, so only likely elements are
 * asked: custom and empty ones, and a sample of those that contain elements. A closed root of any
 * other element is noticed when it loads a picture.
 */
export function findRoots(ground: Ground, shadowRootOf: ShadowRootOf): Roots {
  const seen = new WeakSet<ShadowRoot>();
  /** Elements to which a script may attach a root later. */
  let waiting: WeakRef<Element>[] = [];

  function look(element: Element, markup?: string, all = true): void {
    const zeal = all ? 'parents' : 'likely';
    ask(element, zeal);
    let selector = all ? PLAIN : EMPTY;
    for (const tag of markup?.match(CUSTOM) ?? []) selector += `,${tag.slice(1)}`;
    // Creating a list is slow, and it would mostly be empty.
    if (!markup || !element.querySelector(selector)) return;
    for (const host of element.querySelectorAll(selector)) ask(host, zeal);
  }

  function* sweep(tree: Node): Work {
    const walker = ground.document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
    for (let steps = 1; walker.nextNode(); steps++) {
      ask(walker.currentNode as Element, 'any');
      if (steps % 16 === 0) yield;
    }
  }

  function recheck(): void {
    const again = waiting;
    waiting = [];
    for (const waiter of again) {
      const element = waiter.deref();
      if (element?.isConnected) ask(element, 'likely');
    }
  }

  function ask(element: Element, zeal: Zeal): void {
    // A form field named `localName` hides the property.
    const localName = String(element.localName);
    const custom = localName.includes('-');
    if (!custom && !HOSTS.has(localName)) return;
    const likely = custom || !element.hasChildNodes();
    const asked = likely || zeal === 'any' || (zeal === 'parents' && element.childElementCount > 0);
    const root = element.shadowRoot ?? (asked ? shadowRootOf(element) : null);
    if (!root) {
      if (likely && waiting.length < MOST_WAITING) waiting.push(new WeakRef(element));
    } else if (!seen.has(root)) {
      seen.add(root);
      ground.enter(root);
    }
  }

  return { look, sweep, recheck };
}
