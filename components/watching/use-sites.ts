import { useEffect, useState } from 'preact/hooks';
import { observeSites } from '../../utils/browser/permissions.ts';
import { sitePattern } from '../../utils/browser/site-patterns.ts';
import { addressOfTab, observeReviewedTab } from '../../utils/browser/tabs.ts';
import { useObserved } from '../shared/hooks.ts';

/** @returns The granted sites as match patterns; `undefined` until they are known. */
export function useSites(): readonly string[] | undefined {
  return useObserved(observeSites, [])?.value;
}

/**
 * @param sites The granted sites: they decide whether the address of a tab can be read.
 * @returns The address of the reviewed tab, if its site can be watched.
 */
export function useReviewedAddress(sites: readonly string[] | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(
    () =>
      observeReviewedTab(location.href, (tabId) => {
        void (tabId === undefined ? Promise.resolve(undefined) : addressOfTab(tabId)).then(
          (found) => setAddress(found !== undefined && sitePattern(found) ? found : undefined),
        );
      }),
    [sites],
  );
  return address;
}
