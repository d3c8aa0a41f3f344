import type { PageValue } from './carriers/carrier.ts';
import type { Mentions } from './mention.ts';
import type { Work } from './slices.ts';

/** What the parts of the search share: where values go, and where more work goes. */
export interface Ground {
  readonly document: Document;
  /** Whether a text is worth reading. */
  readonly mentions: Mentions;
  /** Reads a value that mentions something; `base` is what relative addresses stand against. */
  take(found: PageValue, base?: string): void;
  /** Lets a work wait for its turn. */
  queue(work: Work): void;
  /** Searches a shadow root from now on; once is enough. */
  enter(root: ShadowRoot): void;
  /**
   * Looks for shadow roots: of the element alone, or of a small tree whose markup is given. `all`
   * asks every element of it that has elements, else only those that are likely to have one.
   */
  look(element: Element, markup?: string, all?: boolean): void;
}
