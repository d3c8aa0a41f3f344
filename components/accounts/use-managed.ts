import { useEffect, useState } from 'preact/hooks';
import { type ManagedSettings, observeManaged } from '../../utils/accounts/managed.ts';
import { type AskedSites, compareSites } from '../../utils/browser/permissions.ts';
import { useObserved } from '../shared/hooks.ts';

/** @returns What an administrator set; `undefined` until it is read. */
export function useManaged(): ManagedSettings | undefined {
  return useObserved(observeManaged, [])?.value;
}

const NOTHING_ASKED: AskedSites = { wanting: [], unfit: [] };

/**
 * Finds which of the administrator's sites are not granted, again after each change of the granted
 * sites.
 * @returns Empty lists until both parameters are known.
 */
export function useAskedSites(
  managed: ManagedSettings | undefined,
  granted: readonly string[] | undefined,
): AskedSites {
  const [asked, setAsked] = useState(NOTHING_ASKED);
  useEffect(() => {
    if (managed === undefined || granted === undefined) return;
    let ended = false;
    void compareSites(managed.watchedSites).then((found) => {
      if (!ended) setAsked(found);
    });
    return () => {
      ended = true;
    };
  }, [managed, granted]);
  return asked;
}
