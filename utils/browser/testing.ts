import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Lets the fake browser list the keys of `storage.session`, or be one too old for that. */
export function listsSessionKeys(can = true): void {
  const { session } = fakeBrowser.storage;
  const getKeys = async () => Object.keys(await session.get(null));
  Object.assign(session, { getKeys: can ? getKeys : undefined });
}
