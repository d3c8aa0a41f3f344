import type { Browser, Tabs } from 'webextension-polyfill';

/** A function to run in the frames of a tab, typed by its arguments and result. */
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

/** The part of the API that all browsers have. */
type ExtensionApi = Omit<Browser, 'scripting'> & { readonly scripting: Scripting };

/** The part that only Chromium has. */
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
  /** In Chromium, a script can dispatch events. */
  readonly contextMenus: {
    readonly onClicked: { dispatch(info: object, tab: Partial<Tabs.Tab>): void };
  };
  readonly commands: {
    readonly onCommand: { dispatch(name: string, tab: Partial<Tabs.Tab>): void };
  };
}

declare global {
  /** The extension API, for functions that tests evaluate in extension pages and the worker. */
  const chrome: ExtensionApi & OnlyInChromium;
  /** The same in Firefox. */
  const browser: ExtensionApi;
}
