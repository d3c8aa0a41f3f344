import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { RecordedCall } from '../../../sandbox/vod/calls.ts';
import type { ExportedList } from '../../../utils/collection/columns.ts';
import { Popup } from '../popup/popup.ts';
import type { ExtensionDriver, SaveOptions } from './driver.ts';

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
}

/** What a review starts from: a page of the demo site, its popup, and an account. */
export interface Review {
  readonly site: Page;
  readonly tabId: number;
  readonly popup: Popup;
}

/** Saves Acme's account, opens a page of the demo site and the popup for it; no grace period. */
export async function review(
  driver: ExtensionDriver,
  sandbox: Sandbox,
  path: string,
  account: SaveOptions = {},
): Promise<Review> {
  await driver.saveAccount(sandbox.accounts[0], account);
  await driver.grantSite(sandbox.site);
  await driver.setGrace(0);
  const { page, tabId } = await driver.openSite(new URL(path, sandbox.site).href);
  const popup = new Popup(await driver.openPopup(tabId));
  const { addresses, ids } = sandbox.expectedOn(path);
  const rows = new Set([
    ...addresses.map(({ bare }) => new URL(bare).pathname),
    ...ids.map(({ id }) => id),
  ]);
  await popup.rowCount(rows.size);
  return { site: page, tabId, popup };
}

/** The bare addresses of images of Acme that a page holds and that can be deleted by address. */
export function deletable(sandbox: Sandbox, path: string): string[] {
  const acme = sandbox.accounts[0].name;
  const own = sandbox
    .expectedOn(path)
    .addresses.filter(({ account, videoId }) => account === acme && videoId === undefined);
  return [...new Set(own.map(({ bare }) => bare))];
}

/** The DeleteImage calls that reached the sandbox, in order. */
export function deletions(sandbox: Sandbox): RecordedCall[] {
  return sandbox.calls.filter(({ action }) => action === 'DeleteImage');
}

/** Exports the rows that a popup shows, and gives what the file holds. */
export async function exportShown(popup: Popup): Promise<ExportedList['items']> {
  const download = popup.page.waitForEvent('download');
  await popup.page.getByRole('button', { name: 'Export', exact: true }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  return (JSON.parse(text) as ExportedList).items;
}

/** Selects more rows beside those that are selected, by the start of their names. */
export async function alsoSelect(popup: Popup, name: string): Promise<void> {
  await popup.page.getByRole('searchbox').fill(name);
  await popup.images.getByRole('row', { name }).getByRole('checkbox').check();
}

/** Everything in the extension's storage areas. */
export async function storageOf(driver: ExtensionDriver): Promise<object> {
  const page = await driver.console();
  return page.evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
  }));
}

/** Sends messages as a content script of a tab would, and gives the codes of the replies. */
export async function codesFromContentScript(
  driver: ExtensionDriver,
  tabId: number,
  messages: readonly object[],
): Promise<readonly unknown[]> {
  const page = await driver.console();
  return page.evaluate(
    async ([tab, all]) => {
      const [frame] = await chrome.scripting.executeScript({
        target: { tabId: tab },
        args: [all],
        func: async (list: readonly object[]) => {
          const codes: unknown[] = [];
          for (const one of list) {
            const reply = (await chrome.runtime.sendMessage(one)) as { readonly code?: string };
            codes.push(reply.code);
          }
          return codes;
        },
      });
      return frame?.result ?? [];
    },
    [tabId, messages] as const,
  );
}

/** What a content script of a tab can read of the extension's storage, as JSON. */
export async function storageFromContentScript(
  driver: ExtensionDriver,
  tabId: number,
): Promise<string> {
  const page = await driver.console();
  return page.evaluate(async (tab) => {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: tab },
      args: [],
      func: async () => {
        const read = (area: Area) =>
          area.get(null).then(
            (all) => JSON.stringify(all),
            () => 'refused',
          );
        return `local ${await read(chrome.storage.local)} session ${await read(chrome.storage.session)}`;
      },
    });
    return frame?.result ?? '';
  }, tabId);
}
