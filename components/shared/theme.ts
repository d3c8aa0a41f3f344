import { defineItem, type Item } from '../../utils/browser/storage.ts';

/** Light or dark by the person's choice, or as the system has it. */
export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

export const theme: Item<Theme> = defineItem<Theme>('local:theme', { fallback: 'system' });

/** Shows the page in the chosen theme, now and after every change; resolves once it is applied. */
export async function followTheme(): Promise<void> {
  theme.watch(apply);
  // A page in the wrong theme is better than none.
  apply(await theme.getValue().catch(() => 'system' as const));
}

/** `tokens.css` reads the attribute; without it the system's theme holds. */
function apply(chosen: Theme): void {
  const { dataset } = document.documentElement;
  if (chosen === 'system') delete dataset.theme;
  else dataset.theme = chosen;
}
