/** What the files of a layer may import, besides the layer's own files and npm packages. */
export interface Layer {
  /** Other layers and folders. */
  readonly mayImport: readonly string[];
  /** Parts of these that it may not import after all. */
  readonly mayNotImport?: readonly string[];
  /** Whether it may touch extension APIs. */
  readonly extensionApi?: boolean;
}

const BASE: readonly string[] = ['utils/async', 'utils/browser'];
const PAGES: readonly string[] = [...BASE, 'utils/spotting', 'utils/settings', 'utils/page'];
const ACCOUNTS: readonly string[] = [
  ...BASE,
  'utils/settings',
  'utils/vod',
  'utils/keys',
  'utils/accounts',
];
const ITEMS: readonly string[] = [
  ...new Set([...PAGES, ...ACCOUNTS, 'utils/collection', 'utils/tabs']),
];

/** Who may import whom. A file belongs to the layer whose folder it is in. */
export const layers: Readonly<Record<string, Layer>> = {
  'utils/vod': { mayImport: ['utils/async'] },
  'utils/async': { mayImport: [] },
  'utils/spotting': { mayImport: [] },
  'utils/browser': { mayImport: ['utils/async', 'public/_locales'], extensionApi: true },
  'utils/settings': { mayImport: BASE },
  'utils/page': { mayImport: [...BASE, 'utils/spotting'] },
  'utils/keys': { mayImport: [...BASE, 'utils/settings', 'utils/vod'] },
  'utils/accounts': { mayImport: [...BASE, 'utils/settings', 'utils/vod', 'utils/keys'] },
  'utils/rights': { mayImport: ACCOUNTS },
  'utils/collection': { mayImport: [...BASE, 'utils/spotting'] },
  'utils/watching': { mayImport: [...PAGES, 'utils/accounts'] },
  'utils/tabs': { mayImport: [...PAGES, ...ACCOUNTS, 'utils/collection', 'utils/watching'] },
  'utils/paste': { mayImport: [...BASE, 'utils/spotting', 'utils/page', 'utils/collection'] },
  'utils/plan': { mayImport: ITEMS },
  'utils/job': { mayImport: [...ITEMS, 'utils/plan'] },
  'utils/proof': { mayImport: [...ITEMS, 'utils/plan', 'utils/job'] },
  'utils/history': { mayImport: [...ITEMS, 'utils/plan', 'utils/job', 'utils/proof'] },
  components: {
    mayImport: ['utils'],
    mayNotImport: ['utils/vod/client.ts', 'utils/vod/sign.ts', 'utils/vod/operations'],
  },
  entrypoints: { mayImport: ['utils', 'components'], extensionApi: true },
  sandbox: { mayImport: [] },
  scripts: { mayImport: ['sandbox', 'tests/drive'] },
  tests: {
    mayImport: ['utils', 'components', 'entrypoints', 'public', 'sandbox', 'scripts'],
    extensionApi: true,
  },
};

/** What the tests of any layer may import besides; they may touch extension APIs too. */
export const testsMayImport: readonly string[] = [
  'sandbox',
  'scripts',
  'tests',
  'utils',
  'public/_locales',
];

/** Where the product lives; everything else is a tool for making and checking it. */
export const productFolders: readonly string[] = ['utils', 'components', 'entrypoints'];

/** Packages that are, or wrap, the extension APIs. */
export const extensionPackages: readonly string[] = [
  'wxt',
  'webextension-polyfill',
  '@wxt-dev/browser',
  '@wxt-dev/storage',
  '@wxt-dev/i18n',
];

/** The names under which browsers offer the extension APIs to scripts. */
export const extensionGlobals: readonly string[] = ['browser', 'chrome'];
