import type { Ground } from './ground.ts';
import type { Work } from './slices.ts';

/** The built-in elements that may have a shadow root. */
const PLAIN =
  'div,span,p,article,aside,section,header,footer,main,nav,h1,h2,h3,h4,h5,h6,blockquote,body';
const HOSTS = new Set(PLAIN.split(','));
const EMPTY = `:empty:is(${PLAIN})`;
const CUSTOM = /<[a-z][a-z0-9]*-[a-z0-9-]{0,60}/g;
const MOST_WAITING = 1000;

/** Gives the shadow root of an element, closed ones too where the extension can. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null | undefined;

/** Whom to ask of those that may have a root: custom and empty ones, also those with elements, or all. */
type Zeal = 'likely' | 'parents' | 'any';

/** The search for shadow roots. */
export interface Roots {
  /** See {@link Ground.look}. */
  look(element: Element, markup?: string, all?: boolean): void;
  /** Asks every element of a tree. */
  sweep(tree: Node): Work;
  /** Asks again those that had none. */
  recheck(): void;
}

/**
 * Finds the shadow roots of a page. Asking for a closed one is dear, so only likely elements are
 * asked: custom and empty ones, and a sample of those that hold elements. A closed root in the rest
 * that shows a picture gives itself away by loading it.
 */
export function findRoots(ground: Ground, shadowRootOf: ShadowRootOf): Roots {
  const seen = new WeakSet<ShadowRoot>();
  /** Elements that look as if a script will attach a root to them later. */
  let waiting: WeakRef<Element>[] = [];

  function look(element: Element, markup?: string, all = true): void {
    const zeal = all ? 'parents' : 'likely';
    ask(element, zeal);
    let selector = all ? PLAIN : EMPTY;
    for (const tag of markup?.match(CUSTOM) ?? []) selector += `,${tag.slice(1)}`;
    // A list is dear to make, and mostly there is nothing to put into it.
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
    // A form's field may bear this name, and hide it.
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
