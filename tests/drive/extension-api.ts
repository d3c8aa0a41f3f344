import type { Browser, Tabs } from 'webextension-polyfill';

/** A function that is run in the pages of a tab, typed by what it takes and returns. */
interface Injection<Args extends readonly unknown[], Result> {
  readonly target: { readonly tabId: number; readonly allFrames?: boolean };
  readonly func: (...args: Args) => Result;
  readonly args: Args;
}

type Scripting = Omit<Browser['scripting'], 'executeScript'> & {
  executeScript<Args extends readonly unknown[], Result>(
    injection: Injection<Args, Result>,
  ): Promise<readonly { readonly result?: Awaited<Result> }[]>;
};

/** What the extensions of all browsers have. */
type ExtensionApi = Omit<Browser, 'scripting'> & { readonly scripting: Scripting };

/** What only Chromium has. */
interface OnlyInChromium {
  readonly dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  /** Only on chrome://extensions. */
  readonly developerPrivate: {
    addHostPermission(extensionId: string, pattern: string): Promise<void>;
    getExtensionInfo(extensionId: string): Promise<{
      readonly permissions: {
        readonly runtimeHostPermissions?: {
          readonly hosts: readonly { readonly host: string; readonly granted: boolean }[];
        };
      };
    }>;
  };
  /** Events can be fired by a script. */
  readonly contextMenus: {
    readonly onClicked: { dispatch(info: object, tab: Partial<Tabs.Tab>): void };
  };
  readonly commands: {
    readonly onCommand: { dispatch(name: string, tab: Partial<Tabs.Tab>): void };
  };
}

declare global {
  /** The extension's API, for functions that tests evaluate in its pages and in its worker. */
  const chrome: ExtensionApi & OnlyInChromium;
  /** The same in Firefox. */
  const browser: ExtensionApi;
}
