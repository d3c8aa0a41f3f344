import { t } from '../../../utils/browser/i18n.ts';
import type { Item } from '../../../utils/collection/item.ts';
import { Badge } from '../../shared/Badge.tsx';
import { Cell } from '../../shared/Cell.tsx';
import { CutName } from '../../shared/CutName.tsx';
import { Thumbnail } from '../../shared/Thumbnail.tsx';
import { hostOf, itemName, kindName, shortName, standsFor } from '../describe-item.ts';
import type { Known } from '../use-checked.ts';
import { ShowButton } from './ShowButton.tsx';
import { StandingBadge } from './StandingBadge.tsx';
import './image-cells.css';

export interface ImageCellsProps {
  readonly item: Item;
  readonly known: Known | undefined;
  readonly selected: boolean;
  readonly onShow?: (() => void) | undefined;
}

/** The cells of an image's row in the list. */
export function ImageCells({ item, known, selected, onShow }: ImageCellsProps) {
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
      <Cell dataKey={item.key}>
        <Thumbnail
          address={item.addresses[0] ?? known?.picture}
          without={standsFor(item)}
          own={item.standing === 'mine'}
        />
      </Cell>
      <Cell class="image-text" title={name}>
        <CutName name={shortName(name)} {...(item.addresses.length === 0 && { class: 'fixed' })} />
        <span class="image-facts">
          <Badge>{kindName(item.kind)}</Badge>
          <StandingBadge item={item} known={known} />
          {item.addresses.length > 0 && <span class="image-host">{hostOf(name)}</span>}
          {item.videoId !== undefined && item.kind !== 'video-id' && (
            <span class="image-video fixed">{item.videoId}</span>
          )}
          {known !== undefined && known.facts.length > 0 && (
            <span class="image-known">{known.facts.join(' · ')}</span>
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
