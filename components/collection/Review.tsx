import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { formatNumber, t } from '../../utils/browser/i18n.ts';
import { exportItems } from '../../utils/collection/export.ts';
import { type Item, itemById } from '../../utils/collection/item.ts';
import { Button } from '../shared/Button.tsx';
import { Empty } from '../shared/Empty.tsx';
import { copyLines, saveList, saveListAsCsv } from '../shared/take-away.ts';
import { useSlash } from '../shortcuts/use-slash.ts';
import { itemName } from './describe-item.ts';
import { filterItems, NO_FILTER } from './filter.ts';
import { ImageList } from './ImageList.tsx';
import { LayoutChoice, useLayout } from './LayoutChoice.tsx';
import { ReviewFilters } from './ReviewFilters.tsx';
import { chosen, type Selection, selectAll, selectNone } from './selection.ts';
import { useChecked } from './use-checked.ts';
import { groupByVideo, type VideoGroup } from './video-groups.ts';
import '../shared/input.css';
import './review.css';

export interface ReviewProps {
  /** Names an exported file. */
  readonly name: string;
  /** Whose key VOD is asked with; absent without an account. */
  readonly accountId: string | undefined;
  readonly items: readonly Item[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Absent while nothing can be deleted, because there is no account. */
  readonly onDelete: ((items: readonly Item[]) => void) | undefined;
  /** Shows a row on its page by key; gives false when it is not there. Absent where there is none. */
  readonly onShow?: (key: string) => Promise<boolean>;
  /** What else can be done with the chosen items; its promise is waited for before it is said. */
  readonly action: {
    readonly label: string;
    readonly done: (count: number) => string;
    readonly run: (items: readonly Item[]) => Promise<void>;
  };
  /** More that can be done with the chosen items. */
  readonly more?: (items: readonly Item[]) => ComponentChildren;
  readonly notices?: ComponentChildren;
}

/** A list of images with what can be done with the chosen ones. */
export function Review(props: ReviewProps) {
  const { name, items, selection, onSelect, onDelete, onShow, action } = props;
  const [filter, setFilter] = useState(NO_FILTER);
  const [said, setSaid] = useState<string>();
  const shown = useMemo(() => filterItems(items, filter), [items, filter]);
  const grouped = filter.order === 'video';
  const groups = useMemo(() => (grouped ? groupByVideo(shown) : undefined), [shown, grouped]);
  const layout = useLayout();
  const { knownOf, check, checking } = useChecked(props.accountId);
  const search = useRef<HTMLInputElement>(null);
  useSlash(search);
  const picked = useMemo(() => chosen(shown, selection), [shown, selection.selected]);
  const some = picked.length > 0;
  const taken = some ? picked : shown;

  const select = (next: Selection) => {
    setSaid(undefined);
    onSelect(next);
  };
  const act = async (run: () => Promise<void>, done: string) => {
    try {
      await run();
      setSaid(done);
    } catch {
      setSaid(t('review_action_failed'));
    }
  };
  const show = async (key: string, onPage: (key: string) => Promise<boolean>) => {
    const shown = await onPage(key).catch(() => false);
    setSaid(t(shown ? 'show_done' : 'show_gone'));
  };

  return (
    <div class="review">
      <div class="review-notices">{props.notices}</div>
      <div class="review-tools">
        <input
          ref={search}
          type="search"
          aria-keyshortcuts="/"
          class="input review-search"
          value={filter.words}
          placeholder={t('review_search_short')}
          aria-label={t('review_search')}
          onInput={(event) => setFilter({ ...filter, words: event.currentTarget.value })}
        />
        <Button
          onPress={() =>
            select(
              selectAll(
                selection,
                shown.map((item) => item.key),
              ),
            )
          }
          disabled={shown.length === 0}
        >
          {t('review_select_all_shown')}
        </Button>
        <Button
          onPress={() => select(selectNone(selection))}
          disabled={selection.selected.size === 0}
        >
          {t('review_select_none')}
        </Button>
      </div>
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
        // Nothing until it is known how, rather than one and then the other.
        layout && (
          <ImageList
            items={shown}
            groups={groups}
            layout={layout}
            selection={selection}
            onSelect={select}
            knownOf={knownOf}
            onDelete={onDelete && some ? () => onDelete(picked) : undefined}
            onDeleteVideo={onDelete && ((group) => onDelete(wholeVideo(group)))}
            onShow={onShow && ((key) => void show(key, onShow))}
          />
        )
      )}
      <div class="review-foot">
        <p
          class={some ? 'review-count review-count-many numbers' : 'review-count numbers'}
          role="status"
        >
          {said ?? countText(picked.length, shown.length, items.length)}
        </p>
        <Button
          onPress={() => void act(() => action.run(picked), action.done(picked.length))}
          disabled={!some}
        >
          {action.label}
        </Button>
        {props.more?.(picked)}
        {props.accountId !== undefined && shown.some(isId) && (
          <Button
            hint={t('review_check_hint')}
            onPress={() => void check(taken).then(setSaid)}
            disabled={checking || !taken.some(isId)}
          >
            {t('check')}
          </Button>
        )}
        <Button
          hint={t(some ? 'review_takes_selected' : 'review_takes_shown')}
          onPress={() =>
            void act(() => copyLines(taken.map(itemName)), t('review_copied', taken.length))
          }
          disabled={taken.length === 0}
        >
          {t('review_copy')}
        </Button>
        <Button
          hint={t(some ? 'review_takes_selected' : 'review_takes_shown')}
          onPress={() => saveList(name, exportItems(taken))}
          disabled={taken.length === 0}
        >
          {t('review_export')}
        </Button>
        <Button
          hint={t(some ? 'review_takes_selected' : 'review_takes_shown')}
          onPress={() => saveListAsCsv(name, exportItems(taken))}
          disabled={taken.length === 0}
        >
          {t('history_export_csv')}
        </Button>
        <Button
          look="danger-outline"
          onPress={() => onDelete?.(picked)}
          disabled={!some || onDelete === undefined}
          {...(onDelete === undefined ? { hint: t('review_delete_needs_account') } : {})}
        >
          {t('review_delete')}
        </Button>
      </div>
    </div>
  );
}

/** Asks for a video by its id, as it was found or else by the images of it. */
function wholeVideo({ videoId, items }: VideoGroup): readonly Item[] {
  const found = items.find(({ kind }) => kind === 'video-id');
  if (found !== undefined) return [found];
  return videoId === undefined ? [] : [itemById('video-id', videoId)];
}

const isId = ({ kind }: Item) => kind === 'image-id' || kind === 'video-id';

function countText(picked: number, shown: number, all: number): string {
  if (picked > 0) return t('review_selected', picked, [formatNumber(picked), formatNumber(shown)]);
  if (shown < all) return t('review_shown_of', [formatNumber(shown), formatNumber(all)]);
  return t('review_images', all);
}
