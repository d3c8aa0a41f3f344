import { t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import { Badge } from '../shared/Badge.tsx';
import { Cell } from '../shared/Cell.tsx';
import { Thumbnail } from '../shared/Thumbnail.tsx';
import { hostOf, itemName, kindName, shortName, standsFor } from './describe-item.ts';
import { ShowButton } from './ShowButton.tsx';
import { StandingBadge } from './StandingBadge.tsx';

export interface ImageCellsProps {
  readonly item: Item;
  readonly selected: boolean;
  readonly onShow?: (() => void) | undefined;
}

/** The cells of an image's row in the list. */
export function ImageCells({ item, selected, onShow }: ImageCellsProps) {
  const name = itemName(item);
  const more = item.addresses.length - 1;
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
        <Thumbnail
          address={item.addresses[0]}
          without={standsFor(item)}
          own={item.standing === 'mine'}
        />
      </Cell>
      <Cell class="image-text" title={name}>
        <span class={item.addresses.length === 0 ? 'image-name fixed' : 'image-name'}>
          {shortName(name)}
        </span>
        <span class="image-facts">
          <Badge>{kindName(item.kind)}</Badge>
          <StandingBadge item={item} />
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
          <ShowButton onShow={onShow} />
        </Cell>
      )}
    </>
  );
}
