import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Item } from '../../../utils/collection/item.ts';
import { Badge } from '../../shared/Badge.tsx';
import { CutName } from '../../shared/CutName.tsx';
import { Thumbnail } from '../../shared/Thumbnail.tsx';
import { cellName, itemName, kindName, shortName, standsFor } from '../describe-item.ts';
import type { Known } from '../use-checked.ts';
import { ShowButton } from './ShowButton.tsx';
import { StandingBadge } from './StandingBadge.tsx';
import './image-card.css';

export interface ImageCardProps {
  readonly id: string;
  readonly item: Item;
  readonly known: Known | undefined;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onShow?: (() => void) | undefined;
}

/** An image's cell in the grid: a large picture, and a few facts to identify it. */
export function ImageCard({ id, item, known, selected, active, onChoose, onShow }: ImageCardProps) {
  const [pointed, setPointed] = useState(false);
  const short = shortName(itemName(item));
  const words = cellName(item, known);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold rows that are not there
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names this cell
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys
    <div
      id={id}
      class={active ? 'card card-active' : 'card'}
      role="gridcell"
      aria-label={words}
      aria-selected={selected}
      title={words}
      data-key={item.key}
      onClick={onChoose}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <Thumbnail
        address={item.addresses[0] ?? known?.picture}
        without={standsFor(item)}
        own={item.standing === 'mine'}
        large
      />
      <input
        type="checkbox"
        tabIndex={-1}
        checked={selected}
        aria-label={t('review_select_row', [short])}
      />
      {/* A button in every card would be too many elements. */}
      {onShow !== undefined && (pointed || active) && <ShowButton onShow={onShow} />}
      <CutName name={short} class={item.addresses.length === 0 ? 'card-name fixed' : 'card-name'} />{' '}
      <Badge>{kindName(item.kind)}</Badge> <StandingBadge item={item} known={known} />
    </div>
  );
}
