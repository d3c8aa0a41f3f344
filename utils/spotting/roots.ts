import type { Ground } from './ground.ts';
import type { Work } from './slices.ts';
import { isElement } from './survey.ts';

/** The built-in elements that may have a shadow root. */
const PLAIN =
  'div,span,p,article,aside,section,header,footer,main,nav,h1,h2,h3,h4,h5,h6,blockquote,body';
/** What one selector query may look at in one go. */
const SCOPE = 20_000;
const DEEP = 32;
const MOST_NAMES = 500;
const MOST_WAITING = 1000;
const CUSTOM = /<([a-z][a-z0-9]*-[a-z0-9-]{0,60})/g;

/** Gives the shadow root of an element, closed ones too where the extension can. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null | undefined;

/**
 * Asking for a closed root is dear. `hasty` asks only elements that are custom or empty, `usual`
 * leaves out those that hold nothing but text, `thorough` asks all. A closed root in the rest that
 * shows a picture gives itself away by loading it.
 */
export type Zeal = 'hasty' | 'usual' | 'thorough';

/** The search for shadow roots. */
export interface Roots {
  /** Remembers the custom elements that a piece of markup names. */
  learn(markup: string): void;
  /** Looks for roots below a node. */
  search(scope: Node, zeal: Zeal, depth?: number): Work;
  /** Asks again those that had none. */
  recheck(): void;
}

/** Finds the shadow roots of a page. */
export function findRoots(ground: Ground, shadowRootOf: ShadowRootOf): Roots {
  const seen = new WeakSet<ShadowRoot>();
  const names = new Set<string>();
  let selector = PLAIN;
  /** Elements that look as if a script will attach a root to them later. */
  let waiting: WeakRef<Element>[] = [];

  function learn(markup: string): void {
    for (const [, name] of markup.matchAll(CUSTOM)) {
      if (!name || names.has(name) || names.size >= MOST_NAMES) continue;
      names.add(name);
      selector += `,${name}`;
    }
  }

  function* search(scope: Node, zeal: Zeal, depth = 0): Work {
    if (isElement(scope)) check(scope, zeal);
    if (!('querySelectorAll' in scope)) return;
    const parent = scope as ParentNode & Node;
    if (
      depth < DEEP &&
      parent.childElementCount > 1 &&
      parent.querySelectorAll('*').length > SCOPE
    ) {
      for (const child of [...parent.children]) {
        yield* search(child, zeal, depth + 1);
        yield;
      }
      return;
    }
    const hosts = parent.querySelectorAll(selector);
    for (let at = 0; at < hosts.length; at++) {
      const host = hosts[at];
      if (host) check(host, zeal);
      if (at % 16 === 15) yield;
    }
  }

  function recheck(): void {
    const again = waiting;
    waiting = [];
    for (const waiter of again) {
      const element = waiter.deref();
      if (element?.isConnected) check(element, 'hasty');
    }
  }

  function check(element: Element, zeal: Zeal): void {
    const likely = !element.hasChildNodes() || element.localName.includes('-');
    const asked =
      likely || zeal === 'thorough' || (zeal === 'usual' && element.childElementCount > 0);
    const root = element.shadowRoot ?? (asked ? shadowRootOf(element) : null);
    if (!root) {
      if (likely && waiting.length < MOST_WAITING) waiting.push(new WeakRef(element));
    } else if (!seen.has(root)) {
      seen.add(root);
      ground.enter(root);
    }
  }

  return { learn, search, recheck };
}
