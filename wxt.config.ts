import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { icons } from './scripts/icons.ts';
import { licences } from './scripts/licences.ts';
import { ENDPOINT_HOSTS } from './utils/vod/regions.ts';

const endpoints = ENDPOINT_HOSTS.map((host) => `https://${host}/*`);

/**
 * Extension pages load only their own code. Pictures, style sheets of watched pages and credentials
 * URIs can be on any host. The code in `utils/` decides what is fetched; `docs/permissions.md` lists
 * it.
 */
const pagePolicy = (developing: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // The development server puts styles into the page, and tells it of changes.
    `style-src 'self'${developing ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: https: http:",
    `connect-src 'self' https: http:${developing ? ' ws:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

const nativeApi = fileURLToPath(new URL('./utils/browser/native.ts', import.meta.url));
const noContext = fileURLToPath(new URL('./utils/browser/no-context.ts', import.meta.url));

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()] }),
  hooks: {
    'build:publicAssets': async (_wxt, files) => {
      files.push({ relativeDest: 'licences.txt', contents: await licences() }, ...(await icons()));
    },
    // The polyfill is half of the size limit of a content script, and MV3 has promises without it.
    // WXT's context is not used, and it would announce the content script to every page.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'content-script')) return;
      // In production WXT's logger does nothing, so its calls can be removed.
      config.build = {
        ...config.build,
        rolldownOptions: {
          ...config.build?.rolldownOptions,
          treeshake: { manualPureFunctions: ['logger.error'] },
        },
      };
      config.resolve = {
        ...config.resolve,
        alias: {
          ...config.resolve?.alias,
          'wxt/browser': nativeApi,
          'wxt/utils/content-script-context': noContext,
        },
      };
    },
  },
  // `npm run dev` opens the browser itself.
  webExt: { disabled: true },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'contextMenus', 'idle', 'scripting', 'storage'],
    host_permissions: endpoints,
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: pagePolicy(command === 'serve') },
    action: { default_title: '__MSG_action_title__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+V' } },
      'collect-hovered': {
        suggested_key: { default: 'Alt+Shift+C' },
        description: '__MSG_command_collect_hovered__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'vodsweep@vodsweep.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          // For URL.parse.
          minimum_chrome_version: '126',
          // With a fixed key the unpacked build has the same id on every machine.
          key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3A5OIKEQt1HyQx27+k3hThswmEGPwg7qNvC+MLgJdpRxdwuhzPirMsoEjLsyhwFQAJKBjX3ITUh+jNgrbWcS5gqOY0cqEE+5flvocWiJUMxgmDpD3RfriDGyNTtxKzX9D43CoS4Qu9nyV8bAHGMV5Fh64M+08Hcp64YLEnlFDxR4yEs4wkuqRsZBE07VYNJZ8uRnAcjSejEI+pZb4ZPojsWsYKbAhEu8KuDSUnCdoovILlS46vc9Ug5oNcTDVJ6NlsU+r7P/PpFDoinSyvDaEBosUDzZYxSuoMJnQ8b6alO8efoiFhafl6WGGx3EpdsK7TtyvmMeNFEtSYngsANTGQIDAQAB',
          // What an administrator may set. Firefox needs no schema, and its linter rejects this key.
          storage: { managed_schema: 'managed-schema.json' },
          // Without this key, every installed extension could send messages to this one.
          externally_connectable: { ids: [] },
        }),
  }),
});
