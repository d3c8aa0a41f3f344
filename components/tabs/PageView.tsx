import type { Account } from '../../utils/accounts/account.ts';
import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import { openCollected } from '../../utils/collection/collected.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { PageSightings } from '../../utils/tabs/reports/page-sightings.ts';
import type { Selection } from '../collection/list/selection.ts';
import { NotMineNotice } from '../collection/NotMineNotice.tsx';
import { Review } from '../collection/Review.tsx';
import { Button } from '../shared/Button.tsx';
import { Empty } from '../shared/Empty.tsx';
import { Notice } from '../shared/Notice.tsx';
import { PagePicturesContext } from '../shared/page-pictures.ts';
import { PicturesNotice } from './PicturesNotice.tsx';
import type { TakenPictures } from './use-page-pictures.ts';

export interface PageViewProps {
  readonly page: PageSightings | 'no-tab' | 'failed' | undefined;
  /** The items of the page. */
  readonly items: readonly Item[];
  readonly account: Account | undefined;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onDelete: (items: readonly Item[]) => void;
  readonly onSpotAgain: () => void;
  readonly onShow: (key: string) => Promise<boolean>;
  readonly pictures: TakenPictures;
}

/** The view *On this page*: the images that were spotted in the tab. */
export function PageView(props: PageViewProps) {
  const { page, items, account, selection, onSelect, onDelete, onSpotAgain, onShow, pictures } =
    props;

  if (typeof page !== 'object' || page.state === 'refused' || items.length === 0) {
    return <NoList page={page} hasAccount={account !== undefined} onSpotAgain={onSpotAgain} />;
  }
  return (
    <PagePicturesContext.Provider value={pictures}>
      <Review
        name="page"
        accountId={account?.id}
        items={items}
        selection={selection}
        onSelect={onSelect}
        onDelete={account === undefined ? undefined : onDelete}
        onShow={onShow}
        action={{
          label: t('review_collect'),
          done: (count) => t('review_collected', count),
          run: (picked) => openCollected().add(picked),
        }}
        notices={
          <>
            {limits(page).map((words) => (
              <Notice key={words}>
                <p>{words}</p>
              </Notice>
            ))}
            {account === undefined ? (
              <Notice tone="warn">
                <p>
                  {t('page_no_account')}{' '}
                  <Button look="link" onPress={() => void openOptions()}>
                    {t('account_add')}
                  </Button>
                </p>
              </Notice>
            ) : (
              <NotMineNotice items={items} />
            )}
            <PicturesNotice {...pictures} />
          </>
        }
      />
    </PagePicturesContext.Provider>
  );
}

interface NoListProps {
  readonly page: PageViewProps['page'];
  readonly hasAccount: boolean;
  readonly onSpotAgain: () => void;
}

/** Says why there is no list, and what the person can do. */
function NoList({ page, hasAccount, onSpotAgain }: NoListProps) {
  if (page === 'no-tab' || (typeof page === 'object' && page.state === 'refused')) {
    return (
      <Empty glyph="closed" title={t('page_refused')}>
        <p class="quiet">{t('page_refused_next')}</p>
        <Button onPress={onSpotAgain}>{t('page_spot_again')}</Button>
      </Empty>
    );
  }
  if (page === 'failed') {
    return (
      <Empty glyph="closed" title={t('page_failed')}>
        <Button onPress={onSpotAgain}>{t('page_spot_again')}</Button>
      </Empty>
    );
  }
  if (page === undefined || page.state === 'spotting') {
    return <Empty glyph="found" title={t('page_spotting')} />;
  }
  return (
    <Empty glyph="found" title={t('page_nothing')}>
      <p class="quiet">{t(hasAccount ? 'page_nothing_next' : 'page_nothing_no_account')}</p>
      {limits(page).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <Button onPress={onSpotAgain}>{t('page_spot_again')}</Button>
      {!hasAccount && (
        <Button look="link" onPress={() => void openOptions()}>
          {t('account_add')}
        </Button>
      )}
    </Empty>
  );
}

/** @returns Why the list may not have all images of the page. */
function limits({ capped, full }: PageSightings): readonly string[] {
  return [
    ...(capped === undefined ? [] : [t('page_capped', [formatNumber(capped)])]),
    ...(full === true ? [t('page_full')] : []),
  ];
}
