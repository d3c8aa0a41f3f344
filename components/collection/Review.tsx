import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { type Item, itemById } from '../../utils/collection/item.ts';
import { Button } from '../shared/Button.tsx';
import { Empty } from '../shared/Empty.tsx';
import { filterItems, NO_FILTER } from './filter.ts';
import { ImageList } from './list/ImageList.tsx';
import { LayoutChoice, useLayout } from './list/LayoutChoice.tsx';
import { chosen, type Selection } from './list/selection.ts';
import { groupByVideo, type VideoGroup } from './list/video-groups.ts';
import { ReviewFilters } from './ReviewFilters.tsx';
import { type ReviewAction, ReviewFoot } from './ReviewFoot.tsx';
import { ReviewTools } from './ReviewTools.tsx';
import { useChecked } from './use-checked.ts';
import './review.css';

export interface ReviewProps {
  /** A part of the name of an exported file. */
  readonly name: string;
  /** The account that asks VOD; absent when there is none. */
  readonly accountId: string | undefined;
  readonly items: readonly Item[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Absent when there is no account, so that nothing can be deleted. */
  readonly onDelete: ((items: readonly Item[]) => void) | undefined;
  /** Shows an item on its page by key; resolves to `false` if it is not there. Absent: no page. */
  readonly onShow?: (key: string) => Promise<boolean>;
  readonly action: ReviewAction;
  /** More buttons for the selected items. */
  readonly more?: (items: readonly Item[]) => ComponentChildren;
  readonly notices?: ComponentChildren;
}

/** A list of images, with the actions on the selected ones. */
export function Review(props: ReviewProps) {
  const { name, accountId, items, selection, onSelect, onDelete, onShow, action } = props;
  const [filter, setFilter] = useState(NO_FILTER);
  const [said, setSaid] = useState<string>();
  const shown = useMemo(() => filterItems(items, filter), [items, filter]);
  const grouped = filter.order === 'video';
  const groups = useMemo(() => (grouped ? groupByVideo(shown) : undefined), [shown, grouped]);
  const layout = useLayout();
  const checked = useChecked(accountId);
  const picked = useMemo(() => chosen(shown, selection), [shown, selection.selected]);

  const select = (next: Selection) => {
    setSaid(undefined);
    onSelect(next);
  };
  const show = async (key: string, onPage: (key: string) => Promise<boolean>) => {
    const shown = await onPage(key).catch(() => false);
    setSaid(t(shown ? 'show_done' : 'show_gone'));
  };

  return (
    <div class="review">
      <div class="review-notices">{props.notices}</div>
      <ReviewTools
        filter={filter}
        onFilter={setFilter}
        shown={shown}
        selection={selection}
        onSelect={select}
      />
      <ReviewFilters items={items} filter={filter} onFilter={setFilter}>
        <LayoutChoice chosen={layout} />
      </ReviewFilters>
      {shown.length === 0 ? (
        <Empty glyph="found" title={t('review_search_empty')}>
          <Button onPress={() => setFilter({ ...NO_FILTER, order: filter.order })}>
            {t('review_search_clear')}
          </Button>
        </Empty>
      ) : (
        // Renders no list until the layout is known, so that it does not change.
        layout && (
          <ImageList
            items={shown}
            groups={groups}
            layout={layout}
            selection={selection}
            onSelect={select}
            knownOf={checked.knownOf}
            onDelete={onDelete && picked.length > 0 ? () => onDelete(picked) : undefined}
            onDeleteVideo={onDelete && ((group) => onDelete(wholeVideo(group)))}
            onShow={onShow && ((key) => void show(key, onShow))}
          />
        )
      )}
      <ReviewFoot
        name={name}
        picked={picked}
        shown={shown}
        action={action}
        more={props.more?.(picked)}
        checked={accountId === undefined ? undefined : checked}
        onDelete={onDelete}
        words={said ?? countText(picked.length, shown.length, items.length)}
        onSaid={setSaid}
      />
    </div>
  );
}

/** @returns The VideoId as an item: the one that was found, or a new one. */
function wholeVideo({ videoId, items }: VideoGroup): readonly Item[] {
  const found = items.find(({ kind }) => kind === 'video-id');
  if (found !== undefined) return [found];
  return videoId === undefined ? [] : [itemById('video-id', videoId)];
}

function countText(picked: number, shown: number, all: number): string {
  if (picked > 0) return t('review_selected', picked, [formatNumber(picked), formatNumber(shown)]);
  if (shown < all) return t('review_shown_of', [formatNumber(shown), formatNumber(all)]);
  return t('review_images', all);
}
