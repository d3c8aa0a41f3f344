import { browser } from 'wxt/browser';

interface ElementOfFirefox extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/**
 * The shadow root of an element, open or closed; only content scripts may ask.
 * https://developer.chrome.com/docs/extensions/reference/api/dom and Firefox's
 * `Element.openOrClosedShadowRoot`.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const firefox = (element as ElementOfFirefox).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  // Chrome's call throws for what is not an HTML element, which can have no root either.
  if (!(element instanceof HTMLElement)) return null;
  return browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
