import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AccountsState } from '../../utils/accounts/state.ts';
import type { DeletionRequest } from '../plan/request.ts';
import { PageView } from '../tabs/PageView.tsx';
import type { ReviewedPage } from '../tabs/use-page.ts';
import { usePageItems } from '../tabs/use-page-items.ts';
import { usePagePictures } from '../tabs/use-page-pictures.ts';
import type { Selections } from './use-selections.ts';

/** The view *On this page*, and how many images are in it, once that is known. */
export interface PageTab {
  readonly view: ComponentChild;
  readonly count: number | undefined;
}

/** Makes the view *On this page*. It works while hidden, since its tab shows the count. */
export function usePageView(
  { tabId, page, spotAgain, showOnPage }: ReviewedPage,
  accounts: AccountsState | undefined,
  { onPage, selectOnPage }: Selections,
  onDelete: (request: DeletionRequest) => void,
): PageTab {
  const account = accounts?.current?.account;
  const pictures = usePagePictures(tabId, typeof page === 'object' ? page.sightings : undefined);
  // Waits for the accounts, so that thousands of items get their standing only once.
  const items = usePageItems(accounts === undefined ? undefined : page, account);
  // Memoised, so that a new count on another tab does not render all rows again.
  const view = useMemo(
    () => (
      <PageView
        page={page}
        items={items}
        account={account}
        selection={onPage}
        onSelect={selectOnPage}
        onDelete={(items) => onDelete({ items, pictures: pictures.pictures })}
        onSpotAgain={spotAgain}
        onShow={showOnPage}
        pictures={pictures}
      />
    ),
    [page, items, account, onPage, pictures, spotAgain, showOnPage],
  );
  return {
    view: accounts !== undefined && view,
    count: accounts !== undefined && typeof page === 'object' ? items.length : undefined,
  };
}
