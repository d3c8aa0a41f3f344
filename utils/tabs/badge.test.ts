import { describe, expect, it } from 'vitest';
import { badgeColours, badgeText } from './badge.ts';

describe('the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1000, '999+'],
  ])('shows %i as %j', (count, text) => expect(badgeText(count)).toBe(text));

  it.each([true, false])('has enough contrast when watched is %s', (watched) => {
    const { background, text } = badgeColours(watched);
    expect(contrast(background, text)).toBeGreaterThan(4.5);
  });
});

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
