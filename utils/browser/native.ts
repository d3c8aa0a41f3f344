declare const chrome: unknown;

/**
 * What content scripts get as `wxt/browser`: the browser's own API, which in Manifest V3 gives
 * promises under this name in Firefox too.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Build_a_cross_browser_extension
 */
export const browser = chrome;
