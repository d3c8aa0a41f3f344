/**
 * How a value is to be read: one address, the candidates of a `srcset`, a style sheet's text,
 * markup, or any other text.
 */
export type Reading = 'address' | 'srcset' | 'css' | 'markup' | 'text';

/** A value that stands on a page, and where. */
export interface PageValue {
  /** Local name of the element, or of the parent of a text; empty where there is none. */
  readonly tag: string;
  /** Name of the attribute, or `#text`, `#comment`, `#page`, `#rule`, `#adopted`, `#remote`, `#loaded`. */
  readonly slot: string;
  readonly value: string;
  readonly element?: Element | undefined;
  /** Finds the element where that costs something, only for values that hold a sighting. */
  readonly owner?: () => Element | undefined;
  /** Inside a `template`, where nothing is shown or loaded. */
  readonly inert?: boolean;
}

/** One place on a page where an address can stand. */
export interface Carrier {
  readonly id: string;
  /** How to read its values: `<tag> <slot>`, or `<slot>` in whatever element. */
  readonly reads?: Readonly<Record<string, Reading>>;
  /** The same for carriers that names alone do not tell. */
  claims?(value: PageValue): Reading | false;
}
