import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

/** The stores in IndexedDB that pages watch. */
export type WatchedStore = 'journal' | 'collected' | 'proofs';

/** What a store is. People's profiles hold its database, so none of this may change on its own. */
export interface StoreDefinition<Schema extends DBSchema> {
  /** The name of the database. */
  readonly name: string;
  readonly version: number;
  /** Makes the object stores of this version. */
  readonly upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>;
  /** The name under which pages watch it. */
  readonly watched: WatchedStore;
}

/** A database that opens at its first use. */
export interface Store<Schema extends DBSchema> {
  /**
   * Opens the database, also again after it could not be opened or the browser closed it.
   * @throws DOMException when the browser cannot open it.
   */
  readonly db: () => Promise<IDBPDatabase<Schema>>;
  /** Tells every page of the extension that the store was written. Call it after each write. */
  readonly announce: () => void;
}

/** Makes a store. The database is opened at its first use. */
export function openStore<Schema extends DBSchema>(
  definition: StoreDefinition<Schema>,
): Store<Schema> {
  const { name, version, upgrade, watched } = definition;
  const channel = new BroadcastChannel(channelName(watched));
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const open = () => {
    const forget = () => {
      if (opened === mine) opened = undefined;
    };
    const mine = openDB<Schema>(name, version, { upgrade, terminated: forget });
    mine.catch(forget);
    return mine;
  };
  return {
    db: async () => {
      opened ??= open();
      return opened;
    },
    announce: () => channel.postMessage(null),
  };
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

/** Announcements carry no data: who hears one reads the store. */
function channelName(store: WatchedStore): string {
  return `vodsweep-${store}`;
}
