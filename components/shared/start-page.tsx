import { type ComponentChild, render } from 'preact';
import { language } from '../../utils/browser/i18n.ts';
import { followTheme } from './theme.ts';
import './tokens.css';
import './base.css';

/**
 * Renders a page of the extension into its `#root`, in the person's language and theme.
 * @throws Error when the page has no `#root`.
 */
export function startPage(title: string, content: ComponentChild): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  document.documentElement.lang = language();
  document.title = title;
  // Invisible until the theme is known, so that no wrong colours flash; it already renders.
  root.style.opacity = '0';
  void followTheme().then(() => root.style.removeProperty('opacity'));
  render(content, root);
}
