import type { Ground } from './ground.ts';
import type { Work } from './slices.ts';
import { isElement } from './survey.ts';

/** The built-in elements that may have a shadow root. */
const PLAIN =
  'div,span,p,article,aside,section,header,footer,main,nav,h1,h2,h3,h4,h5,h6,blockquote,body';
/** What one selector query may look at in one go. */
const SCOPE = 20_000;
const MOST_NAMES = 500;
const MOST_WAITING = 1000;
const CUSTOM = /<([a-z][a-z0-9]*-[a-z0-9.-]{0,60})/g;

/** Gives the shadow root of an element, closed ones too where the extension can. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null | undefined;

/** Finds the shadow roots of a page. */
export class Roots {
  readonly #ground: Ground;
  readonly #shadowRootOf: ShadowRootOf;
  readonly #seen = new WeakSet<ShadowRoot>();
  readonly #names = new Set<string>();
  /** Elements that look as if a script will attach a root to them later. */
  #waiting: WeakRef<Element>[] = [];

  constructor(ground: Ground, shadowRootOf: ShadowRootOf) {
    this.#ground = ground;
    this.#shadowRootOf = shadowRootOf;
  }

  /** Remembers the custom elements that a piece of markup names. */
  learn(markup: string): void {
    for (const [, name] of markup.matchAll(CUSTOM)) {
      if (name && this.#names.size < MOST_NAMES) this.#names.add(name);
    }
  }

  /**
   * Looks for roots below a node. Asking for a closed root is dear, so a hasty search asks only
   * custom and empty elements; a closed root that shows a picture all the same gives itself away by
   * loading it.
   */
  *search(scope: Node, hasty: boolean): Work {
    if (isElement(scope)) this.#check(scope, hasty);
    if (!('querySelectorAll' in scope)) return;
    const parent = scope as ParentNode & Node;
    if (parent.childElementCount > 1 && parent.querySelectorAll('*').length > SCOPE) {
      for (const child of [...parent.children]) {
        yield* this.search(child, hasty);
        yield;
      }
      return;
    }
    const hosts = parent.querySelectorAll([PLAIN, ...this.#names].join());
    for (let at = 0; at < hosts.length; at++) {
      const host = hosts[at];
      if (host) this.#check(host, hasty);
      if (at % 16 === 15) yield;
    }
  }

  /** Asks again those that had none. */
  recheck(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const waiter of waiting) {
      const element = waiter.deref();
      if (element?.isConnected) this.#check(element, true);
    }
  }

  #check(element: Element, hasty: boolean): void {
    const likely = !element.firstChild || element.localName.includes('-');
    const root = element.shadowRoot ?? (hasty && !likely ? null : this.#shadowRootOf(element));
    if (!root) {
      if (likely && this.#waiting.length < MOST_WAITING) this.#waiting.push(new WeakRef(element));
    } else if (!this.#seen.has(root)) {
      this.#seen.add(root);
      this.#ground.enter(root);
    }
  }
}
