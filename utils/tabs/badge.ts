import type { BadgeColours } from '../browser/toolbar-icon.ts';

const MOST = 999;

/** What the badge says of so many sightings; there is room for four characters. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > MOST ? `${MOST}+` : String(count);
}

/** The badge of a page that is followed without a click, and that of one that is not. */
export function badgeColours(watched: boolean): BadgeColours {
  return { background: watched ? '#0a686e' : '#5b6270', text: '#ffffff' };
}
