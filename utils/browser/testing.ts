import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Sets whether the fake browser can list the keys of `storage.session`; an old one cannot. */
export function listsSessionKeys(can = true): void {
  const { session } = fakeBrowser.storage;
  const getKeys = async () => Object.keys(await session.get(null));
  Object.assign(session, { getKeys: can ? getKeys : undefined });
}
