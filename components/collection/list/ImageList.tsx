import { useRef } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Item } from '../../../utils/collection/item.ts';
import type { Layout } from '../../../utils/settings/settings.ts';
import { Grid, type GridProps } from '../../shared/Grid.tsx';
import { rowName } from '../describe-item.ts';
import type { Known } from '../use-checked.ts';
import { headName } from './GroupHead.tsx';
import { LineCells } from './LineCells.tsx';
import { columnOf, type Line, type Place, stepFrom } from './lines.ts';
import { onListKey } from './list-keys.ts';
import { Preview } from './Preview.tsx';
import { extendTo, moveTo, type Selection, toggle, toggleAll } from './selection.ts';
import { rowHeight } from './sizes.ts';
import { useLines } from './use-lines.ts';
import { usePreview } from './use-preview.ts';
import type { VideoGroup } from './video-groups.ts';
import './image-list.css';

export interface ImageListProps {
  /** The items to show, filtered and in order. */
  readonly items: readonly Item[];
  /** The same items by video; absent when they are not shown in groups. */
  readonly groups?: readonly VideoGroup[] | undefined;
  readonly layout?: Layout;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** @returns What VOD says about an item, if it was asked. */
  readonly knownOf?: (item: Item) => Known | undefined;
  /** Called to delete the selected items; absent while nothing can be deleted. */
  readonly onDelete?: (() => void) | undefined;
  /** Called to delete images of a video; absent while nothing can be deleted. */
  readonly onDeleteVideo?: ((group: VideoGroup) => void) | undefined;
  /** Called with the key of an item to show it on its page. */
  readonly onShow?: ((key: string) => void) | undefined;
}

/** The images as a list or a grid, in which the person selects by pointer or keyboard. */
export function ImageList(props: ImageListProps) {
  const { items, groups, layout = 'list', selection, onSelect, onDeleteVideo, onShow } = props;
  const { knownOf = nothingKnown, onDelete } = props;
  const laid = useLines(items, groups, layout);
  const { lines, lineOf, keys, columns } = laid;
  const { choose, chooseGroup } = choosing(selection, onSelect, keys);
  const active = selection.active === undefined ? undefined : lineOf.get(selection.active);
  const activeLine = lines[active ?? -1];
  const stepped = useRef<Place | undefined>(undefined);
  const preview = usePreview(selection.active, lineOf);
  const looked = items.find((item) => item.key === preview.looked?.key);

  const toggleLine = (line: Line, range: boolean) => {
    if (line.kind === 'head') chooseGroup(line.group);
    else choose(selection.active ?? '', range);
  };
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
  const onStep: GridProps['onStep'] = (step, page, event) => {
    const place = stepFrom(laid, selection.active, step, page, event.shiftKey, stepped.current);
    stepped.current = place;
    if (place === undefined) return;
    const { key } = place;
    onSelect(event.shiftKey ? extendTo(selection, keys, key) : moveTo(selection, key));
  };
  const onRowClick = (index: number, event: MouseEvent) => {
    const line = lines[index];
    if (line?.kind === 'head') {
      const onButton = event.target instanceof Element && event.target.closest('button');
      if (!onButton) onSelect(moveTo(selection, line.group.key));
    } else if (layout === 'list' && line?.items[0] !== undefined) {
      choose(line.items[0].key, event.shiftKey);
    }
  };
  const inGrid = layout === 'grid';
  return (
    <div class="image-list" {...preview.listens}>
      <Grid
        key={layout}
        label={t('review_list')}
        count={lines.length}
        rowHeight={rowHeight(layout)}
        heightOf={laid.heightOf}
        active={active}
        onKey={onKey}
        onStep={onStep}
        {...((inGrid || groups !== undefined) && { onWidth: laid.onWidth })}
        {...(inGrid && { columns, beyond: 1 })}
        {...(inGrid &&
          activeLine?.kind === 'items' && { activeCell: columnOf(activeLine, selection.active) })}
        {...rowLooks(lines, layout, selection, knownOf)}
        onRowClick={onRowClick}
        cells={(index, cellId) => (
          <LineCells
            line={lines[index]}
            layout={layout}
            columns={columns}
            selection={selection}
            active={index === active}
            cellId={cellId}
            knownOf={knownOf}
            onChoose={choose}
            onChooseGroup={chooseGroup}
            onDeleteVideo={onDeleteVideo}
            onShow={onShow}
          />
        )}
      />
      {looked !== undefined && preview.looked !== undefined && (
        <Preview item={looked} known={knownOf(looked)} beside={preview.looked.beside} />
      )}
    </div>
  );
}

const nothingKnown = (): undefined => undefined;

/** The functions that select items, except by moving the active row. */
function choosing(
  selection: Selection,
  onSelect: (selection: Selection) => void,
  keys: readonly string[],
) {
  return {
    choose: (key: string, range: boolean) =>
      onSelect(range ? extendTo(selection, keys, key) : toggle(selection, key)),
    chooseGroup: ({ items, key }: VideoGroup) => {
      const all = items.map((item) => item.key);
      onSelect(toggleAll(selection, all, key));
    },
  };
}

/** The names and looks of rows. In the grid, cells have names and are selected, not rows. */
function rowLooks(
  lines: readonly Line[],
  layout: Layout,
  selection: Selection,
  knownOf: (item: Item) => Known | undefined,
): Pick<GridProps, 'rowName' | 'rowClass' | 'selected'> {
  const itemOf = (index: number) => {
    const line = lines[index];
    return layout === 'list' && line?.kind === 'items' ? line.items[0] : undefined;
  };
  return {
    rowName: (index) => {
      const line = lines[index];
      if (line?.kind === 'head') return headName(line.group);
      const item = itemOf(index);
      return item === undefined ? undefined : rowName(item, knownOf(item));
    },
    rowClass: (index) => {
      if (lines[index]?.kind === 'head') return 'group-row';
      return layout === 'grid' ? 'card-row' : undefined;
    },
    selected: (index) => {
      const item = itemOf(index);
      return item === undefined ? undefined : selection.selected.has(item.key);
    },
  };
}
