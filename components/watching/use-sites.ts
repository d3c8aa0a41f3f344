import { useEffect, useState } from 'preact/hooks';
import { observeSites } from '../../utils/browser/permissions.ts';
import { sitePattern } from '../../utils/browser/site-patterns.ts';
import { addressOfTab, observeReviewedTab } from '../../utils/browser/tabs.ts';
import { useObserved } from '../shared/hooks.ts';

/** The granted sites; `undefined` until they are known. */
export function useSites(): readonly string[] | undefined {
  return useObserved(observeSites, [])?.value;
}

/**
 * The address of the reviewed tab's page, if it is of a site that can be watched. What may be known of
 * a tab depends on the granted sites.
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
