// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { theme } from '../../utils/settings/settings.ts';
import { followTheme } from './theme.ts';

beforeEach(() => fakeBrowser.reset());

const shown = () => document.documentElement.dataset.theme;

it('follows the chosen theme, and the system when none is chosen', async () => {
  await theme.save('dark');
  await followTheme();
  expect(shown()).toBe('dark');
  await theme.save('light');
  await vi.waitFor(() => expect(shown()).toBe('light'));
  await theme.save('system');
  await vi.waitFor(() => expect(shown()).toBeUndefined());
});
