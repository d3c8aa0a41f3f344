import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AccountsState } from '../../utils/accounts/state.ts';
import type { DeletionRequest } from '../plan/request.ts';
import { PageView } from '../tabs/PageView.tsx';
import type { ReviewedPage } from '../tabs/use-page.ts';
import { usePageItems } from '../tabs/use-page-items.ts';
import { usePagePictures } from '../tabs/use-page-pictures.ts';
import type { Selections } from './use-selections.ts';

/** The view *On this page*, and how many images are in it, where that is known. */
export interface PageTab {
  readonly view: ComponentChild;
  readonly count: number | undefined;
}

/** Keeps the view *On this page* at work while another is shown: its count stands on its tab. */
export function usePageView(
  { tabId, page, spotAgain, showOnPage }: ReviewedPage,
  accounts: AccountsState | undefined,
  { onPage, selectOnPage }: Selections,
  onDelete: (request: DeletionRequest) => void,
): PageTab {
  const account = accounts?.current?.account;
  const pictures = usePagePictures(tabId, typeof page === 'object' ? page.sightings : undefined);
  // Without knowing whose they are, thousands would be judged twice.
  const items = usePageItems(accounts === undefined ? undefined : page, account);
  // Kept, so that its rows are not made anew with every count that becomes known.
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
