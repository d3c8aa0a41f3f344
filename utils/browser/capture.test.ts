import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { captureTab } from './capture.ts';

const picture = 'data:image/jpeg;base64,AAAA';
let tab: { active: boolean; windowId: number };
const capture = vi.fn<(windowId: number) => Promise<string>>();

beforeEach(() => {
  fakeBrowser.reset();
  tab = { active: true, windowId: 3 };
  browser.tabs.get = (async () => ({ ...tab })) as unknown as typeof browser.tabs.get;
  capture.mockReset().mockResolvedValue(picture);
  browser.tabs.captureVisibleTab = capture as unknown as typeof browser.tabs.captureVisibleTab;
});

it('captures the window in which the tab is in front', async () => {
  expect(await captureTab(7)).toEqual({ picture });
  expect(capture).toHaveBeenCalledExactlyOnceWith(3, expect.anything());
});

it('captures nothing while another tab is in front', async () => {
  tab.active = false;
  expect(await captureTab(7)).toEqual({ fault: 'behind' });
  expect(capture).not.toHaveBeenCalled();
});

it.each([
  ['another tab came to the front', { active: false }],
  ['the tab went to another window', { windowId: 4 }],
])('drops the picture when %s meanwhile', async (_, change) => {
  capture.mockImplementation(async () => {
    Object.assign(tab, change);
    return picture;
  });
  expect(await captureTab(7)).toEqual({ fault: 'behind' });
});

it('says when the browser refuses', async () => {
  capture.mockRejectedValue(
    new Error("Either the '<all_urls>' or 'activeTab' permission is required."),
  );
  expect(await captureTab(7)).toEqual({ fault: 'refused' });
});
