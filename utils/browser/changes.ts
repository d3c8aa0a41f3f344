/** The IndexedDB stores that pages observe. */
export type WatchedStore = 'journal' | 'collected' | 'proofs';

const channelName = (store: WatchedStore) => `vodsweep-${store}`;

/** @returns A function that tells the extension's pages that a store changed, without data. */
export function createAnnouncer(store: WatchedStore): () => void {
  const channel = new BroadcastChannel(channelName(store));
  return () => channel.postMessage(null);
}

/**
 * Calls the listener after each write to the store, by this or any other page or by the worker.
 * @returns A function that ends it.
 */
export function onStoreChange(store: WatchedStore, listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName(store));
  channel.onmessage = listener;
  return () => channel.close();
}
