import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import { Badge } from '../shared/Badge.tsx';
import { Thumbnail } from '../shared/Thumbnail.tsx';
import { itemName, kindName, rowName, shortName, standsFor } from './describe-item.ts';
import './image-card.css';
import { ShowButton } from './ShowButton.tsx';
import { StandingBadge } from './StandingBadge.tsx';

export interface ImageCardProps {
  readonly id: string;
  readonly item: Item;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onShow?: (() => void) | undefined;
}

/** An image's cell in the grid: a larger picture, and the little that tells it from others. */
export function ImageCard({ id, item, selected, active, onChoose, onShow }: ImageCardProps) {
  const [pointed, setPointed] = useState(false);
  const name = itemName(item);
  const words = rowName(item);
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
      onClick={onChoose}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <Thumbnail
        address={item.addresses[0]}
        without={standsFor(item)}
        own={item.standing === 'mine'}
        large
      />
      <Badge>{kindName(item.kind)}</Badge>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={selected}
        aria-label={t('review_select_row', [shortName(name)])}
      />
      {/* Every card's button would be as many elements again. */}
      {onShow !== undefined && (pointed || active) && <ShowButton onShow={onShow} />}
      <span class={item.addresses.length === 0 ? 'card-name fixed' : 'card-name'}>
        {bothEnds(shortName(name))}
      </span>
      <StandingBadge item={item} />
    </div>
  );
}

const START = 6;
const END = 9;

/** A name that fits a card: what tells names of one video apart stands at their ends. */
function bothEnds(name: string): string {
  if (name.length <= START + END + 1) return name;
  return `${name.slice(0, START)}…${name.slice(-END)}`;
}
