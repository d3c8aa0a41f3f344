import type { BadgeColours } from '../browser/toolbar-icon.ts';

const MOST = 999;

/** @returns The text of the badge for a number of images; there is room for four characters. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > MOST ? `${MOST}+` : String(count);
}

/** @returns The colours of the badge, which differ for a page of a watched site. */
export function badgeColours(watched: boolean): BadgeColours {
  return { background: watched ? '#0a686e' : '#5b6270', text: '#ffffff' };
}
