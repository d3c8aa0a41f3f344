import { useMemo } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import { Badge } from '../shared/Badge.tsx';
import { Cell } from '../shared/Cell.tsx';
import { Glyph } from '../shared/Glyph.tsx';
import { Grid } from '../shared/Grid.tsx';
import { Thumbnail } from '../shared/Thumbnail.tsx';
import {
  hostOf,
  isUncheckedId,
  itemName,
  kindName,
  rowName,
  shortName,
  standingName,
} from './describe-item.ts';
import './image-list.css';
import { extendTo, moveTo, type Selection, selectAll, toggle } from './selection.ts';

const ROW_HEIGHT = 56;

export interface ImageListProps {
  /** The rows that are shown, after any filter. */
  readonly items: readonly Item[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Shows a row, by its key, on the page where it was found. */
  readonly onShow?: (key: string) => void;
}

/** The list of images in which the person chooses, by pointer or keyboard. */
export function ImageList({ items, selection, onSelect, onShow }: ImageListProps) {
  const keys = useMemo(() => items.map((item) => item.key), [items]);
  const active = useMemo(() => {
    const at = selection.active === undefined ? -1 : keys.indexOf(selection.active);
    return at < 0 ? undefined : at;
  }, [keys, selection.active]);

  const choose = (index: number, range: boolean) => {
    const key = keys[index];
    if (key === undefined) return;
    onSelect(range ? extendTo(selection, keys, key) : toggle(selection, key));
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key === ' ' && active !== undefined) {
      event.preventDefault();
      choose(active, event.shiftKey);
    } else if (event.key === 'Enter' && active !== undefined && onShow !== undefined) {
      event.preventDefault();
      onShow(keys[active] ?? '');
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSelect(selectAll(selection, keys));
    }
  };

  return (
    <Grid
      label={t('review_list')}
      count={items.length}
      rowHeight={ROW_HEIGHT}
      active={active}
      onKey={onKey}
      onMove={(to, event) => {
        const key = keys[to];
        if (key === undefined) return;
        onSelect(event.shiftKey ? extendTo(selection, keys, key) : moveTo(selection, key));
      }}
      rowName={(index) => {
        const item = items[index];
        return item === undefined ? '' : rowName(item);
      }}
      selected={(index) => selection.selected.has(keys[index] ?? '')}
      onRowClick={(index, event) => choose(index, event.shiftKey)}
      cells={(index) => {
        const item = items[index];
        return item === undefined ? null : (
          <Cells
            item={item}
            selected={selection.selected.has(item.key)}
            {...(onShow && { onShow: () => onShow(item.key) })}
          />
        );
      }}
    />
  );
}

interface CellsProps {
  readonly item: Item;
  readonly selected: boolean;
  readonly onShow?: () => void;
}

function Cells({ item, selected, onShow }: CellsProps) {
  const name = itemName(item);
  const more = item.addresses.length - 1;
  const without = item.kind === 'video-id' ? 'video' : item.kind === 'image-id' ? 'id' : 'unknown';
  return (
    <>
      <Cell class="image-check">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label={t('review_select_row', [shortName(name)])}
        />
      </Cell>
      <Cell>
        <Thumbnail address={item.addresses[0]} without={without} own={item.standing === 'mine'} />
      </Cell>
      <Cell class="image-text" title={name}>
        <span class={item.addresses.length === 0 ? 'image-name fixed' : 'image-name'}>
          {shortName(name)}
        </span>
        <span class="image-facts">
          <Badge>{kindName(item.kind)}</Badge>
          <Badge
            tone={item.standing === 'mine' ? 'good' : 'warn'}
            hint={
              item.standing === 'mine' || isUncheckedId(item) ? undefined : t('review_row_not_mine')
            }
          >
            {standingName(item.standing)}
          </Badge>
          {item.addresses.length > 0 && <span class="image-host">{hostOf(name)}</span>}
          {item.videoId !== undefined && item.kind !== 'video-id' && (
            <span class="image-video fixed">{item.videoId}</span>
          )}
          {item.note !== undefined && <span class="image-note">{item.note}</span>}
          {more > 0 && <span class="image-more">{t('review_more_addresses', [`+${more}`])}</span>}
        </span>
      </Cell>
      {onShow !== undefined && (
        <Cell class="image-show">
          <button
            type="button"
            class="button button-plain"
            tabIndex={-1}
            aria-label={t('show_on_page')}
            title={t('show_on_page_hint')}
            onClick={(event) => {
              event.stopPropagation();
              onShow();
            }}
          >
            <Glyph name="target" />
          </button>
        </Cell>
      )}
    </>
  );
}
