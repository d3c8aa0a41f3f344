import { keepWatching, type WatchedTabs } from './watching.ts';

/** Spots the pages of watched sites when they load. */
export function serveWatching(tabs: WatchedTabs): void {
  keepWatching(tabs);
}
