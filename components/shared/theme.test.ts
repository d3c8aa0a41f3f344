// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followTheme, theme } from './theme.ts';

beforeEach(() => fakeBrowser.reset());

const shown = () => document.documentElement.dataset.theme;

it('follows the choice, and the system without one', async () => {
  await theme.setValue('dark');
  await followTheme();
  expect(shown()).toBe('dark');
  await theme.setValue('light');
  expect(shown()).toBe('light');
  await theme.setValue('system');
  expect(shown()).toBeUndefined();
});
