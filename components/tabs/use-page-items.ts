import { useMemo } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import type { Item } from '../../utils/collection/item.ts';
import { pageItems } from '../../utils/tabs/page-items.ts';
import type { SpottedPage } from './use-page.ts';

const NO_DOMAINS: readonly string[] = [];

/** The sightings of a page as they are reviewed for an account. */
export function usePageItems(page: SpottedPage, account: Account | undefined): readonly Item[] {
  const sightings = typeof page === 'object' ? page.sightings : undefined;
  const domains = account?.ownDomains ?? NO_DOMAINS;
  return useMemo(() => pageItems(sightings ?? [], domains), [sightings, domains]);
}
