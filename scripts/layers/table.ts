/** What the files of a layer may import, besides the layer's own files and npm packages. */
export interface Layer {
  /** Other layers and folders. */
  readonly mayImport: readonly string[];
  /** Parts of these that it may not import after all. */
  readonly mayNotImport?: readonly string[];
  /** Whether it may touch extension APIs. */
  readonly extensionApi?: boolean;
}

/** Who may import whom. A file belongs to the layer whose folder it is in. */
export const layers: Readonly<Record<string, Layer>> = {
  'utils/vod': { mayImport: [] },
  'utils/spotting': { mayImport: [] },
  'utils/browser': { mayImport: ['public/_locales'], extensionApi: true },
  'utils/vault': { mayImport: ['utils/vod', 'utils/browser'] },
  'utils/collection': { mayImport: ['utils/spotting', 'utils/browser', 'utils/vault'] },
  'utils/deletion': {
    mayImport: ['utils/collection', 'utils/spotting', 'utils/vault', 'utils/vod', 'utils/browser'],
  },
  components: {
    mayImport: ['utils'],
    mayNotImport: ['utils/vod/client.ts', 'utils/vod/sign.ts', 'utils/vod/operations'],
  },
  entrypoints: { mayImport: ['utils', 'components'], extensionApi: true },
  sandbox: { mayImport: [] },
  scripts: { mayImport: ['sandbox'] },
  tests: {
    mayImport: ['utils', 'components', 'entrypoints', 'public', 'sandbox', 'scripts'],
    extensionApi: true,
  },
};

/** What the tests of any layer may import besides; they may touch extension APIs too. */
export const testsMayImport: readonly string[] = ['sandbox', 'public/_locales'];

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
