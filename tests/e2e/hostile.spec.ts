import {
  codesFromContentScript,
  storageFromContentScript,
} from '../drive/chromium/as-content-script.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';
import { storageOf } from '../drive/chromium/stored.ts';
import { ownCommands } from '../drive/own-commands.ts';
import { deletions } from '../drive/sandbox-record.ts';

test('a hostile page reaches nothing', async ({ driver, sandbox, extensionId }) => {
  const { site, popup, tabId } = await review(driver, sandbox, '/');
  // Written last when the page was spotted.
  await expect.poll(() => storageOf(driver)).toHaveProperty(['session', `tab:${tabId}:state`]);
  const before = await storageOf(driver);

  const reached = await site.evaluate(async (id) => {
    const extension = `chrome-extension://${id}`;
    const results: Record<string, unknown> = {};

    const commands = ['startJob', 'stopJob', 'saveAccount', 'forgetKey', 'reportSightings'];
    for (const command of commands) {
      window.postMessage({ command, input: {} }, '*');
      document.dispatchEvent(new CustomEvent(command, { detail: {} }));
      window.dispatchEvent(new MessageEvent('message', { data: { command, input: {} } }));
    }

    results.runtime = typeof chrome === 'undefined' ? undefined : chrome.runtime?.sendMessage;
    results.spotter = Reflect.get(globalThis, 'vodsweepWatch');

    for (const file of ['popup.html', 'options.html', 'background.js', 'manifest.json']) {
      results[file] = await fetch(`${extension}/${file}`).then(
        () => 'read',
        () => 'refused',
      );
    }
    const frame = document.createElement('iframe');
    frame.src = `${extension}/popup.html?tabId=1`;
    // What the browser refuses to show loads too, as a page of its own.
    const shown = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await shown;
    results.frame = frame.contentDocument === null ? 'closed' : frame.contentDocument.URL;

    const opened = window.open(`${extension}/popup.html`);
    results.opened = opened === null ? 'refused' : 'window';
    return results;
  }, extensionId);

  expect(reached.runtime).toBeUndefined();
  expect(reached.spotter).toBeUndefined();
  for (const file of ['popup.html', 'options.html', 'background.js', 'manifest.json']) {
    expect(reached[file], file).toBe('refused');
  }
  for (const frame of site.frames().slice(1)) {
    await expect.poll(() => frame.url()).not.toContain(`${extensionId}/popup.html`);
  }
  expect(await storageOf(driver)).toEqual(before);
  expect(deletions(sandbox)).toHaveLength(0);
  await expect(popup.images).toBeVisible();
});

test('a content script can only report', async ({ driver, sandbox }) => {
  const { tabId } = await review(driver, sandbox, '/');
  const refused = ownCommands().map((command) => ({ command, input: {} }));
  expect(refused.length).toBeGreaterThan(20);
  const codes = await codesFromContentScript(driver, tabId, [
    ...refused,
    { command: 'reportSightings', input: { garbage: true } },
  ]);
  expect(codes).toEqual([...refused.map(() => 'refused'), 'invalid']);
  expect(deletions(sandbox)).toHaveLength(0);
});

test('a content script cannot read the key', async ({ driver, sandbox }) => {
  const { tabId } = await review(driver, sandbox, '/');
  const seen = await storageFromContentScript(driver, tabId);
  expect(seen).toContain('session refused');
  expect(seen).not.toContain(sandbox.accounts[0].accessKeySecret);
});
