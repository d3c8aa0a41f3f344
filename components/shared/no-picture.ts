import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { loadStatus } from '../../utils/browser/load-status.ts';
import type { GlyphName } from './Glyph.tsx';

/** Why there is no picture to show. */
export type NoPicture =
  /** The item is the id of an image or of a video. */
  | 'id'
  | 'video'
  /** The host has no such image, or it was deleted by this extension. */
  | 'gone'
  | 'deleted'
  /** The host refuses the request. */
  | 'private'
  | 'large'
  /** It does not load, and the reason is not known. */
  | 'unknown';

/** The icon and the text of each reason. */
export const NO_PICTURES: Readonly<
  Record<NoPicture, { readonly glyph: GlyphName; readonly title: MessageKey }>
> = {
  id: { glyph: 'id', title: 'picture_id' },
  video: { glyph: 'video', title: 'picture_video' },
  gone: { glyph: 'gone', title: 'picture_gone' },
  deleted: { glyph: 'gone', title: 'picture_deleted' },
  private: { glyph: 'closed', title: 'picture_private' },
  large: { glyph: 'large', title: 'picture_large' },
  unknown: { glyph: 'broken', title: 'picture_unknown' },
};

/** The most pixels that a thumbnail may have: each needs 4 bytes of memory when decoded. */
export const MOST_PIXELS = 50_000_000;

/** @returns Why a picture with this HTTP status cannot be shown. */
export function whyNot(status: number | undefined): NoPicture {
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 403) return 'private';
  return 'unknown';
}

const MOST_REMEMBERED = 1000;
const remembered = new Map<string, Promise<NoPicture>>();

/** Finds out why a picture did not load. Remembers it, since scrolling renders rows again. */
export function askWhyNot(address: string, own: boolean): Promise<NoPicture> {
  const known = remembered.get(address);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const asked = loadStatus(address, own).then(whyNot, () => whyNot(undefined));
  remembered.set(address, asked);
  return asked;
}

/** @returns The text for a missing picture. */
export function noPictureWords(why: NoPicture, triedOnPage: boolean): string {
  const words = t(NO_PICTURES[why].title);
  return triedOnPage ? `${words} ${t('picture_not_on_page')}` : words;
}
