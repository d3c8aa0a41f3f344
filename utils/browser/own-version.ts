import { browser } from 'wxt/browser';

/** @returns The version in the extension's manifest. */
export function version(): string {
  return browser.runtime.getManifest().version;
}
