import { useMemo } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import { t } from '../../utils/browser/i18n.ts';
import { openCollected } from '../../utils/collection/collected.ts';
import type { Item } from '../../utils/collection/item.ts';
import { standingOf } from '../../utils/spotting/standing.ts';
import { Button } from '../shared/Button.tsx';
import { Empty } from '../shared/Empty.tsx';
import { useStored } from '../shared/hooks.ts';
import { Notice } from '../shared/Notice.tsx';
import { StoreFailed } from '../shared/StoreFailed.tsx';
import type { Selection } from './list/selection.ts';
import { NoteButton } from './NoteButton.tsx';
import { NotMineNotice } from './NotMineNotice.tsx';
import { Review } from './Review.tsx';

export interface CollectedViewProps {
  readonly account: Account | undefined;
  /** The key of the only item to show, while it is in the collection. */
  readonly only?: string | undefined;
  /** Called to show all items again. */
  readonly onAll?: () => void;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onDelete: (items: readonly Item[]) => void;
}

/** The view *Collected*: the items of the collection. */
export function CollectedView(props: CollectedViewProps) {
  const { account, only, onAll, selection, onSelect, onDelete } = props;
  const stored = useStored('collected', () => openCollected().items(), []);
  // The standing is computed again, since the account may have changed.
  const all = useMemo(
    () =>
      stored.value?.map((item) => ({
        ...item,
        standing: standingOf(item, account?.ownDomains ?? []) ?? ('unknown' as const),
      })),
    [stored.value, account],
  );

  const items = useMemo(() => {
    const chosen = all?.filter(({ key }) => key === only);
    return chosen === undefined || chosen.length === 0 ? all : chosen;
  }, [all, only]);

  if (items === undefined) {
    return stored.failed ? <StoreFailed onAgain={stored.readAgain} /> : null;
  }
  if (items.length === 0) {
    return (
      <Empty glyph="box" title={t('collected_nothing')}>
        <p class="quiet">{t('collected_nothing_next')}</p>
      </Empty>
    );
  }
  return (
    <Review
      name="collected"
      accountId={account?.id}
      items={items}
      selection={selection}
      onSelect={onSelect}
      onDelete={account === undefined ? undefined : onDelete}
      action={{
        label: t('review_remove'),
        done: (count) => t('review_removed', count),
        run: (picked) => openCollected().remove(picked.map((item) => item.key)),
      }}
      more={(picked) => <NoteButton items={picked} />}
      notices={
        <>
          {items !== all && (
            <Notice>
              <p>
                {t('only_this')}{' '}
                <Button look="link" onPress={() => onAll?.()}>
                  {t('only_all')}
                </Button>
              </p>
            </Notice>
          )}
          {account !== undefined && <NotMineNotice items={items} />}
        </>
      }
    />
  );
}
