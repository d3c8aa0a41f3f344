import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { Layout } from '../../utils/settings/settings.ts';
import { Grid } from '../shared/Grid.tsx';
import { rowName } from './describe-item.ts';
import { GroupHead, headName } from './GroupHead.tsx';
import { ImageCard, type ImageCardProps } from './ImageCard.tsx';
import { ImageCells } from './ImageCells.tsx';
import { columnOf, type Line, layLines, type Place, stepFrom } from './lines.ts';
import { onListKey } from './list-keys.ts';
import { Preview } from './Preview.tsx';
import { extendTo, moveTo, type Selection, toggle, toggleAll } from './selection.ts';
import { columnsIn, heightOf, rowHeight } from './sizes.ts';
import type { Known } from './use-checked.ts';
import { usePreview } from './use-preview.ts';
import type { VideoGroup } from './video-groups.ts';
import './image-list.css';

export interface ImageListProps {
  /** The items that are shown, after any filter, in their order. */
  readonly items: readonly Item[];
  /** The same items by their videos, where they are shown so. */
  readonly groups?: readonly VideoGroup[] | undefined;
  readonly layout?: Layout;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** What VOD says of an item, where it was asked. */
  readonly knownOf?: (item: Item) => Known | undefined;
  /** Asks to delete what is selected; absent while nothing can be deleted. */
  readonly onDelete?: (() => void) | undefined;
  /** Asks to delete images of a whole video; absent while nothing can be deleted. */
  readonly onDeleteVideo?: ((group: VideoGroup) => void) | undefined;
  /** Shows an item, by its key, on the page where it was found. */
  readonly onShow?: ((key: string) => void) | undefined;
}

/** The images in which the person chooses, by pointer or keyboard, under each other or side by side. */
export function ImageList(props: ImageListProps) {
  const { items, groups, layout = 'list', selection, onSelect, onDeleteVideo, onShow } = props;
  const { knownOf = nothingKnown, onDelete } = props;
  const [width, setWidth] = useState<number>();
  const columns = columnsIn(layout, width ?? 0);
  // Laid out in a width that is not known yet, it would open at the wrong place.
  const waiting = layout === 'grid' && width === undefined;
  const all = useMemo(
    () => layLines(waiting ? NO_ITEMS : items, waiting ? undefined : groups, columns),
    [items, groups, columns, waiting],
  );
  const { lines, keys } = all;
  const heights = useCallback(
    (index: number) => heightOf(lines[index], layout, width ?? 0),
    [lines, layout, width],
  );
  const active = selection.active === undefined ? undefined : all.lineOf.get(selection.active);
  const activeLine = lines[active ?? -1];
  const stepped = useRef<Place | undefined>(undefined);
  const preview = usePreview(selection.active, all.lineOf);
  const looked = items.find((item) => item.key === preview.looked?.key);
  const isSelected = (item: Item) => selection.selected.has(item.key);

  const choose = (key: string, range: boolean) =>
    onSelect(range ? extendTo(selection, keys, key) : toggle(selection, key));
  const toggleLine = (line: Line, range: boolean) => {
    if (line.kind === 'head') chooseGroup(line.group);
    else choose(selection.active ?? '', range);
  };
  const chooseGroup = (group: VideoGroup) =>
    onSelect(
      toggleAll(
        selection,
        group.items.map(({ key }) => key),
        group.key,
      ),
    );

  const onKey = (event: KeyboardEvent) =>
    onListKey(event, {
      selection,
      onSelect,
      keys,
      held: preview.held,
      hold: preview.hold,
      onDelete,
      toggleActive: activeLine && ((range) => toggleLine(activeLine, range)),
      showActive:
        activeLine?.kind === 'items' ? onShow && (() => onShow(selection.active ?? '')) : undefined,
    });

  const list = (
    <Grid
      key={layout}
      label={t('review_list')}
      count={lines.length}
      rowHeight={rowHeight(layout)}
      heightOf={heights}
      active={active}
      onKey={onKey}
      onStep={(step, page, event) => {
        const place = stepFrom(all, selection.active, step, page, event.shiftKey, stepped.current);
        stepped.current = place;
        if (place === undefined) return;
        const { key } = place;
        onSelect(event.shiftKey ? extendTo(selection, keys, key) : moveTo(selection, key));
      }}
      {...((layout === 'grid' || groups !== undefined) && { onWidth: setWidth })}
      {...(layout === 'grid' && { columns, beyond: 1 })}
      {...(layout === 'grid' &&
        activeLine?.kind === 'items' && { activeCell: columnOf(activeLine, selection.active) })}
      rowName={(index) => {
        const line = lines[index];
        if (line?.kind === 'head') return headName(line.group);
        const [item] = line?.items ?? [];
        return layout === 'grid' || item === undefined ? undefined : rowName(item, knownOf(item));
      }}
      rowClass={(index) => {
        if (lines[index]?.kind === 'head') return 'group-row';
        return layout === 'grid' ? 'card-row' : undefined;
      }}
      selected={(index) => {
        const line = lines[index];
        const [item] = line?.kind === 'items' ? line.items : [];
        return layout === 'grid' || item === undefined ? undefined : isSelected(item);
      }}
      onRowClick={(index, event) => {
        const line = lines[index];
        if (line?.kind === 'head') {
          const onButton = event.target instanceof Element && event.target.closest('button');
          if (!onButton) onSelect(moveTo(selection, line.group.key));
        } else if (layout === 'list' && line?.items[0] !== undefined) {
          choose(line.items[0].key, event.shiftKey);
        }
      }}
      cells={(index, cellId) => {
        const line = lines[index];
        if (line?.kind === 'head') {
          const { group } = line;
          return (
            <GroupHead
              group={group}
              span={layout === 'grid' ? columns : undefined}
              selected={group.items.every(isSelected)}
              active={index === active}
              onSelect={() => chooseGroup(group)}
              onDelete={onDeleteVideo && (() => onDeleteVideo(group))}
            />
          );
        }
        return line?.items.map((item, column) => (
          <ImageCell
            key={item.key}
            layout={layout}
            id={cellId(column)}
            item={item}
            known={knownOf(item)}
            selected={isSelected(item)}
            active={item.key === selection.active}
            onChoose={(event) => choose(item.key, event.shiftKey)}
            onShow={onShow && (() => onShow(item.key))}
          />
        ));
      }}
    />
  );
  return (
    <div class="image-list" {...preview.listens}>
      {list}
      {looked !== undefined && preview.looked !== undefined && (
        <Preview item={looked} known={knownOf(looked)} beside={preview.looked.beside} />
      )}
    </div>
  );
}

const nothingKnown = (): undefined => undefined;

const NO_ITEMS: readonly Item[] = [];

interface ImageCellProps extends ImageCardProps {
  readonly layout: Layout;
}

/** An image in the grid, or its cells in a row of the list. */
function ImageCell({ layout, ...props }: ImageCellProps) {
  if (layout === 'grid') return <ImageCard {...props} />;
  const { item, known, selected, onShow } = props;
  return <ImageCells item={item} known={known} selected={selected} onShow={onShow} />;
}
