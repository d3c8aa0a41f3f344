import { browser } from 'wxt/browser';

interface ElementOfFirefox extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/**
 * Returns the shadow root of an element, open or closed. Only content scripts may call it.
 * https://developer.chrome.com/docs/extensions/reference/api/dom and Firefox's
 * `Element.openOrClosedShadowRoot`.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const firefox = (element as ElementOfFirefox).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  // Chrome's call throws for other elements. They cannot have a shadow root.
  if (!(element instanceof HTMLElement)) return null;
  return browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
