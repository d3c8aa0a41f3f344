import type { Item } from '../../../utils/collection/item.ts';
import { Thumbnail } from '../../shared/Thumbnail.tsx';
import { itemName, shortName, standsFor } from '../describe-item.ts';
import type { Known } from '../use-checked.ts';
import './preview.css';

export interface PreviewProps {
  readonly item: Item;
  readonly known: Known | undefined;
  /** Where what it enlarges stands, in the window. */
  readonly beside: Pick<DOMRect, 'top' | 'bottom'>;
}

/**
 * A larger look at an image, above or below its row. Only for the eye: all that it says in words
 * stands in the row as well.
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
