import type { Marionette } from './marionette.ts';

declare global {
  /** The parts used here of Firefox's toolkit/components/extensions/Extension.sys.mjs */
  const WebExtensionPolicy: {
    getByID(id: string): {
      readonly extension: {
        readonly backgroundState: string;
        terminateBackground(options: object): Promise<void>;
      };
    };
  };
  /** https://firefox-source-docs.mozilla.org/toolkit/modules */
  const Services: { readonly prefs: { setStringPref(name: string, value: string): void } };
}

/**
 * Runs a function with the permissions of the browser's own code. It is sent as text, so it must
 * not use anything outside of itself.
 */
export async function inBrowser<Args extends readonly unknown[], Result>(
  marionette: Marionette,
  func: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  try {
    const answer = await marionette.send('WebDriver:ExecuteScript', {
      script: `return (${func}).apply(null, arguments)`,
      args,
    });
    return (answer as { readonly value: Awaited<Result> }).value;
  } finally {
    await marionette.send('Marionette:SetContext', { value: 'content' });
  }
}
