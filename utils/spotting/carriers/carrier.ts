/**
 * How to read a value: as one address, as the candidates of a `srcset`, as the text of a style
 * sheet, as markup, or as any other text.
 */
export type Reading = 'address' | 'srcset' | 'css' | 'markup' | 'text';

/** A value found on a page, and where it was found. */
export interface PageValue {
  /** Local name of the element, or of the parent of a text; empty when there is none. */
  readonly tag: string;
  /** Name of the attribute, or `#text`, `#comment`, `#page`, `#rule`, `#adopted`, `#remote`, `#loaded`. */
  readonly slot: string;
  readonly value: string;
  readonly element?: Element | undefined;
  /** Finds the element when that is slow. Called only for values that hold a sighting. */
  readonly owner?: () => Element | undefined;
  /** Whether it is inside a `template`, where nothing is shown or loaded. */
  readonly inert?: boolean;
}

/** One kind of place on a page where an address can be. */
export interface Carrier {
  readonly id: string;
  /** How to read the value of each place: `<tag> <slot>`, or `<slot>` in any element. */
  readonly reads?: Readonly<Record<string, Reading>>;
  /** The same for places that tag and slot alone do not identify; false for other values. */
  claims?(value: PageValue): Reading | false;
}
