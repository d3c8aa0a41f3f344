declare const chrome: unknown;

/**
 * Replaces `wxt/browser` in content scripts by the browser's own API. In Manifest V3 it returns
 * promises under this name in Firefox too.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Build_a_cross_browser_extension
 */
export const browser = chrome;
