import { type Item, itemByAddress, itemById } from '../../collection/item.ts';
import type { IdKind } from '../../spotting/finder.ts';
import { LONGEST_ADDRESS } from '../../spotting/limits.ts';
import { recognise } from '../../spotting/shapes.ts';
import { standingOf } from '../../spotting/standing.ts';

/** Why the person's choice did not become an item. */
export type PickFault = 'not-vod' | 'no-id' | 'several-ids';

/**
 * Match patterns for a context menu. They fit every shape of address, and others too; the address
 * is checked when the person chooses.
 */
export const PLAUSIBLE_ADDRESSES: readonly string[] = ['image/', 'cover', 'snapshot', 'watermarks/']
  .map((part) => `*://*/*${part}*`)
  .concat('*://*.aliyuncs.com/*');

/** The addresses of what the menu was opened on. */
export interface PointedAt {
  readonly imageAddress?: string;
  readonly linkAddress?: string;
  readonly pageAddress?: string;
}

/** Reads the image that the person pointed at. A picture comes before its link. */
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
    // A plan accepts no longer address, and the link may lead to another image.
    if (found.url.length > LONGEST_ADDRESS) return 'not-vod';
    return itemByAddress(found, standing, { carriers: [carrier], ...pageOf(pageAddress) });
  }
  return 'not-vod';
}

const HEX_ID = /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;

/** A word that VOD may accept as an id; without a digit, or short, it is an ordinary word. */
const OTHER_ID = /^(?=.*\d)[A-Za-z0-9_-]{16,64}$/;

/** Reads the only id in a selected text. */
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
