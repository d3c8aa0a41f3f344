import { keepWatching, type WatchedTabs } from './watching.ts';

/** Spots the pages of watched sites as they load. */
export function serveWatching(tabs: WatchedTabs): void {
  keepWatching(tabs);
}
