import type { PageValue } from './carriers/carrier.ts';
import type { Mentions } from './mention.ts';
import type { Work } from './slices.ts';

/** What the parts of the search share: where they send values and further work. */
export interface Ground {
  readonly document: Document;
  /** Whether a text may hold an address or an id. */
  readonly mentions: Mentions;
  /** Reads a value that mentions something. Relative addresses are resolved against `base`. */
  take(found: PageValue, base?: string): void;
  /** Adds work to the queue. */
  queue(work: Work): void;
  /** Searches a shadow root and follows its changes. Called once for each root. */
  enter(root: ShadowRoot): void;
  /**
   * Looks for shadow roots: of the element alone, or of its small tree if its markup is given.
   * Asks the likely elements, and unless `all` is false also every element that contains elements.
   */
  look(element: Element, markup?: string, all?: boolean): void;
}
