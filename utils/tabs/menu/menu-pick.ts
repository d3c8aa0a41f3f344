import { type Item, itemByAddress, itemById } from '../../collection/item.ts';
import type { IdKind } from '../../spotting/finder.ts';
import { LONGEST_ADDRESS } from '../../spotting/limits.ts';
import { recognise } from '../../spotting/shapes.ts';
import { standingOf } from '../../spotting/standing.ts';

/** Why nothing was made of what the person pointed at. */
export type PickFault = 'not-vod' | 'no-id' | 'several-ids';

/**
 * What VOD's image addresses look like to a context menu, which can only compare patterns: fits every
 * shape, and others; the address is judged when the person chooses.
 */
export const PLAUSIBLE_ADDRESSES: readonly string[] = ['image/', 'cover', 'snapshot', 'watermarks/']
  .map((part) => `*://*/*${part}*`)
  .concat('*://*.aliyuncs.com/*');

/** What the menu was opened on. */
export interface PointedAt {
  readonly imageAddress?: string;
  readonly linkAddress?: string;
  readonly pageAddress?: string;
}

/** The image that the person pointed at; on a linked picture, the picture comes before the link. */
export function imagePointedAt(
  { imageAddress, linkAddress, pageAddress }: PointedAt,
  ownDomains: readonly string[],
): Item | PickFault {
  for (const [address, carrier] of [
    [imageAddress, 'img'],
    [linkAddress, 'link'],
  ] as const) {
    const found = address === undefined ? undefined : recognise(address);
    const standing = found && standingOf(found, ownDomains);
    if (!found || !standing) continue;
    // A plan takes none that is longer, and what the link leads to may be another image.
    if (found.url.length > LONGEST_ADDRESS) return 'not-vod';
    return itemByAddress(found, standing, { carriers: [carrier], ...pageOf(pageAddress) });
  }
  return 'not-vod';
}

const HEX_ID = /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;

/** One word that VOD takes for an id; short words and words without a digit are ordinary words. */
const OTHER_ID = /^(?=.*\d)[A-Za-z0-9_-]{16,64}$/;

/** The one id in a selected text. */
export function idSelected(
  selection: string,
  kind: IdKind,
  pageAddress?: string,
): Item | PickFault {
  const hex = new Set((selection.match(HEX_ID) ?? []).map((id) => id.toLowerCase()));
  if (hex.size > 1) return 'several-ids';
  const word = selection.trim();
  const id = [...hex][0] ?? (OTHER_ID.test(word) ? word : undefined);
  if (id === undefined) return 'no-id';
  return itemById(kind, id, pageOf(pageAddress));
}

function pageOf(address: string | undefined): { readonly page?: string } {
  const page = address?.split('#')[0]?.slice(0, LONGEST_ADDRESS);
  return page ? { page } : {};
}
