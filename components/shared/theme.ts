import { type Theme, theme } from '../../utils/settings/settings.ts';

/** Applies the chosen theme now and after every change. Resolves once it is applied. */
export async function followTheme(): Promise<void> {
  theme.onChange(apply);
  // A page with the wrong theme is better than no page.
  apply(await theme.value().catch(() => 'system' as const));
}

/** `tokens.css` reads the attribute. Without it, the system's theme is used. */
function apply(chosen: Theme): void {
  const { dataset } = document.documentElement;
  if (chosen === 'system') delete dataset.theme;
  else dataset.theme = chosen;
}
