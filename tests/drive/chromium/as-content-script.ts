import type { ExtensionDriver } from './driver.ts';

/** Sends the worker a command as a content script of a tab does. Resolves with the whole reply. */
export async function sendAsPage(
  driver: ExtensionDriver,
  tabId: number,
  command: string,
  input: object,
): Promise<unknown> {
  const page = await driver.console();
  return page.evaluate(
    async ([tab, sent]) => {
      const [frame] = await chrome.scripting.executeScript({
        target: { tabId: tab },
        func: (message) => chrome.runtime.sendMessage(message),
        args: [sent],
      });
      return frame?.result;
    },
    [tabId, { command, input }] as const,
  );
}

/** Sends messages as a content script of a tab does. Resolves with the codes of the replies. */
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

/** Reads what a content script of a tab can read of the extension's storage, as JSON. */
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
        const read = (area: Pick<typeof chrome.storage.local, 'get'>) =>
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
