import type { Item } from '../../../utils/collection/item.ts';
import { Thumbnail } from '../../shared/Thumbnail.tsx';
import { itemName, shortName, standsFor } from '../describe-item.ts';
import type { Known } from '../use-checked.ts';
import './preview.css';

export interface PreviewProps {
  readonly item: Item;
  readonly known: Known | undefined;
  /** The position of the row or card in the window. */
  readonly beside: Pick<DOMRect, 'top' | 'bottom'>;
}

/**
 * A larger picture of an image, above or below its row. It is hidden from screen readers: all its
 * text is in the row too.
 */
export function Preview({ item, known, beside }: PreviewProps) {
  const below = beside.bottom < window.innerHeight / 2;
  const place = below
    ? { top: `${beside.bottom + 4}px` }
    : { bottom: `${window.innerHeight - beside.top + 4}px` };
  return (
    <figure class="preview" style={place} aria-hidden="true">
      <Thumbnail
        address={item.addresses[0] ?? known?.picture}
        without={standsFor(item)}
        own={item.standing === 'mine'}
        large
      />
      <figcaption>{shortName(itemName(item))}</figcaption>
    </figure>
  );
}
