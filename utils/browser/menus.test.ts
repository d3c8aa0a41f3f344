import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { offerMenu, onMenuChoice } from './menus.ts';

const { contextMenus } = browser;
afterEach(() => void Reflect.set(browser, 'contextMenus', contextMenus));

it('a browser without context menus gets none, and nothing fails', () => {
  fakeBrowser.reset();
  Reflect.set(browser, 'contextMenus', undefined);
  const lines = vi.fn(() => []);
  offerMenu(lines);
  onMenuChoice(() => {});
  expect(fakeBrowser.runtime.onInstalled.hasListeners()).toBe(false);
  expect(lines).not.toHaveBeenCalled();
});
