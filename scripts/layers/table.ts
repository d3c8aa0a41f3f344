/** What the files of a layer may import, besides the layer's own files and npm packages. */
export interface Layer {
  /** Other layers and folders. */
  readonly mayImport: readonly string[];
  /** Files and folders of these that it may not import. */
  readonly mayNotImport?: readonly string[];
  /** What of the layers above it its tests may import, besides what all tests may. */
  readonly testsMayImport?: readonly string[];
  /** Whether it may touch extension APIs. */
  readonly extensionApi?: boolean;
}

const ACCOUNTS: readonly string[] = [
  'utils/async',
  'utils/browser',
  'utils/settings',
  'utils/vod',
  'utils/keys',
];
const ITEMS: readonly string[] = [
  ...ACCOUNTS,
  'utils/accounts',
  'utils/spotting',
  'utils/collection',
];

/** Who may import whom. A file belongs to the layer whose folder it is in. */
export const layers: Readonly<Record<string, Layer>> = {
  'utils/async': { mayImport: [] },
  'utils/vod': { mayImport: ['utils/async'], testsMayImport: ['tests/bench/deletion/measure.ts'] },
  'utils/spotting': { mayImport: [] },
  'utils/browser': { mayImport: ['utils/async', 'public/_locales'], extensionApi: true },
  'utils/settings': { mayImport: ['utils/async', 'utils/browser'] },
  'utils/page': {
    mayImport: ['utils/async', 'utils/browser', 'utils/spotting'],
    testsMayImport: ['utils/tabs'],
  },
  'utils/keys': { mayImport: ['utils/async', 'utils/browser', 'utils/settings', 'utils/vod'] },
  'utils/accounts': { mayImport: ACCOUNTS },
  'utils/rights': { mayImport: [...ACCOUNTS, 'utils/accounts'] },
  'utils/collection': { mayImport: ['utils/async', 'utils/browser', 'utils/spotting'] },
  'utils/watching': {
    mayImport: ['utils/async', 'utils/browser', 'utils/settings', 'utils/page', 'utils/accounts'],
  },
  'utils/tabs': {
    mayImport: [
      'utils/async',
      'utils/browser',
      'utils/settings',
      'utils/spotting',
      'utils/page',
      'utils/accounts',
      'utils/collection',
      'utils/watching',
    ],
  },
  'utils/paste': {
    mayImport: ['utils/async', 'utils/browser', 'utils/spotting', 'utils/page', 'utils/collection'],
  },
  'utils/plan': { mayImport: ITEMS },
  'utils/job': {
    mayImport: [...ITEMS, 'utils/plan'],
    testsMayImport: ['utils/history', 'tests/model'],
  },
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
    mayImport: ['utils', 'components', 'entrypoints', 'public/_locales', 'sandbox', 'scripts'],
    extensionApi: true,
  },
};

/**
 * What tests beside the code may import besides; they may also import what the layers that theirs
 * imports may, and touch extension APIs.
 */
export const testsMayImport: readonly string[] = [
  'sandbox',
  'tests/drive',
  'tests/components',
  'public/_locales',
];

/** Files that only tests may import. */
export const onlyForTests: readonly string[] = ['testing.ts', 'testing.tsx'];

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
