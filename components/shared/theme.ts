import { type Theme, theme } from '../../utils/settings/settings.ts';

/** Shows the page in the chosen theme, now and after every change; resolves once it is applied. */
export async function followTheme(): Promise<void> {
  theme.onChange(apply);
  // A page in the wrong theme is better than none.
  apply(await theme.value().catch(() => 'system' as const));
}

/** `tokens.css` reads the attribute; without it the system's theme holds. */
function apply(chosen: Theme): void {
  const { dataset } = document.documentElement;
  if (chosen === 'system') delete dataset.theme;
  else dataset.theme = chosen;
}
