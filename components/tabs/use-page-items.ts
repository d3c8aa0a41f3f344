import { useMemo } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import type { Item } from '../../utils/collection/item.ts';
import { pageItems } from '../../utils/tabs/page-items.ts';
import type { SpottedPage } from './use-page.ts';

const NO_DOMAINS: readonly string[] = [];

/** @returns The sightings of a page as items, with their standing for an account. */
export function usePageItems(page: SpottedPage, account: Account | undefined): readonly Item[] {
  const sightings = typeof page === 'object' ? page.sightings : undefined;
  const domains = account?.ownDomains ?? NO_DOMAINS;
  return useMemo(() => pageItems(sightings ?? [], domains), [sightings, domains]);
}
