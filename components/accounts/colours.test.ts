import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '../../utils/accounts/account.ts';

const css = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const files = [css('./colours.css'), css('../shared/tokens.css')];

/** @returns The value of a custom property in a theme. */
function propertyOf(name: string, theme: 'light' | 'dark'): string {
  for (const file of files) {
    const both = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(
      file,
    );
    const found = both?.[theme === 'light' ? 1 : 2];
    if (found !== undefined) return found;
  }
  throw new Error(`There is no --${name} for the ${theme} theme`);
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(COLOURS)('%s is visible on every background', (colour) => {
    for (const ground of ['ground', 'ground-2', 'ground-3']) {
      const value = propertyOf(`account-${colour}`, theme);
      expect(contrast(value, propertyOf(ground, theme))).toBeGreaterThanOrEqual(3);
    }
  });

  it('no two colours are the same', () => {
    const values = COLOURS.map((colour) => propertyOf(`account-${colour}`, theme));
    expect(new Set(values).size).toBe(COLOURS.length);
  });
});

it('every colour has its class', () => {
  for (const colour of COLOURS) expect(files[0]).toContain(`.colour-${colour} {`);
});
