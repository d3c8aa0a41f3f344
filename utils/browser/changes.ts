/** The stores in IndexedDB that pages watch. */
export type WatchedStore = 'journal' | 'collected' | 'proofs';

const channelName = (store: WatchedStore) => `vodsweep-${store}`;

/** Says to every page of the extension that a store was written; carries no data. */
export function createAnnouncer(store: WatchedStore): () => void {
  const channel = new BroadcastChannel(channelName(store));
  return () => channel.postMessage(null);
}

/**
 * Calls the listener after each write to the store, in whichever page or worker it happened.
 * @returns what ends it.
 */
export function onStoreChange(store: WatchedStore, listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName(store));
  channel.onmessage = listener;
  return () => channel.close();
}
