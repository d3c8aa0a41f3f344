import { type ComponentChild, render } from 'preact';
import { language } from '../../utils/browser/i18n.ts';
import { followTheme } from './theme.ts';
import './tokens.css';
import './base.css';

/** Renders a page of the extension into its `#root`, in the person's language and theme. */
export function startPage(title: string, content: ComponentChild): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  document.documentElement.lang = language();
  document.title = title;
  // Not seen until the theme is known, so that it does not change colour, but at work by then.
  root.style.opacity = '0';
  void followTheme().then(() => root.style.removeProperty('opacity'));
  render(content, root);
}
