import { createHash, X509Certificate } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from '@playwright/test';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { extensionIdOf } from './extension-id.ts';

/** The production build that is loaded unless another folder is given. */
export const chromeBuild: string = fileURLToPath(
  new URL('../../../.output/chrome-mv3', import.meta.url),
);

export interface LaunchOptions {
  /** The browser's program file. */
  readonly executable: string;
  /** The sandbox that stands in for VOD, its CDN and the demo site. */
  readonly sandbox: Pick<Sandbox, 'certificate' | 'hostResolverRules'>;
  readonly headless?: boolean;
  readonly extension?: string;
  /** A folder that is kept; without it a temporary one is made and removed. */
  readonly profile?: string;
  /** The size of pages; `null` follows the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** Whether Ctrl-C closes the browser and ends this process; `true` unless the caller sees to it. */
  readonly endOnSignal?: boolean;
}

/** A browser with the extension loaded. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Removes the extension with all that it stored and was granted; its pages close. */
  uninstall(): Promise<void>;
  /** Installs the extension again after `uninstall`. */
  install(): Promise<void>;
  close(): Promise<void>;
}

/** Trusts the sandbox's certificate and no other unknown one. */
function trustOf(sandbox: LaunchOptions['sandbox']): string {
  const key = new X509Certificate(sandbox.certificate).publicKey;
  const spki = key.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(spki).digest('base64')}`;
}

function switchesFor(sandbox: LaunchOptions['sandbox']): string[] {
  return [
    // What the sandbox does not play of Alibaba must not be reached either.
    `--host-resolver-rules=${sandbox.hostResolverRules}, MAP *.aliyuncs.com ~NOTFOUND`,
    trustOf(sandbox),
    '--enable-unsafe-extension-debugging',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
  ];
}

/**
 * Puts the extension's icon into the toolbar of a new profile. Without the developer mode, Chromium
 * would disable an unpacked extension when it reloads itself.
 */
async function pinIcon(profile: string, extensionId: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = {
    extensions: { pinned_extensions: [extensionId], ui: { developer_mode: true } },
  };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/**
 * Puts programs that do nothing in the place of those by which Chromium takes a removed extension off
 * the desktop: it starts seven of them each time, on the desktop of whoever runs the tests.
 * @returns the environment in which the browser finds them.
 */
async function withoutDesktop(profile: string): Promise<Record<string, string>> {
  const folder = join(profile, 'no-desktop');
  await mkdir(folder, { recursive: true });
  for (const name of ['xdg-desktop-menu', 'xdg-icon-resource']) {
    await symlink('/bin/true', join(folder, name));
  }
  return { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` };
}

/** Starts a browser in which the sandbox plays its hosts, and loads the extension into it. */
export async function launchBrowser(options: LaunchOptions): Promise<ExtensionBrowser> {
  const {
    executable,
    sandbox,
    headless = true,
    extension = chromeBuild,
    endOnSignal = true,
  } = options;
  const extensionId = await extensionIdOf(extension);
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'vodsweep-')));
  if (options.profile === undefined) await pinIcon(profile, extensionId);
  const asDesktop =
    options.profile === undefined && process.platform === 'linux'
      ? await withoutDesktop(profile)
      : {};
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    env: { ...process.env, ...asDesktop },
    headless,
    chromiumSandbox: false,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: switchesFor(sandbox),
    ...(options.viewport !== undefined && { viewport: options.viewport }),
    handleSIGINT: endOnSignal,
    handleSIGTERM: endOnSignal,
  });
  const clean = (): void => {
    if (options.profile === undefined) {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  };
  process.once('exit', clean);
  const close = async (): Promise<void> => {
    await context.close();
    process.off('exit', clean);
    clean();
  };
  const install = () => manageExtensions(context, 'Extensions.loadUnpacked', { path: extension });
  const uninstall = () => manageExtensions(context, 'Extensions.uninstall', { id: extensionId });
  try {
    await install();
  } catch (error) {
    await close();
    throw error;
  }
  return { context, extensionId, install, uninstall, close };
}

/**
 * Installs or removes an extension over the debugging pipe: Chrome and Edge ignore
 * `--load-extension`, and this way reports what the browser does not accept.
 */
async function manageExtensions(
  context: BrowserContext,
  command: 'Extensions.loadUnpacked' | 'Extensions.uninstall',
  input: object,
): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser cannot load extensions');
  // A newer command than Playwright's list of them.
  const send = session.send.bind(session) as (name: string, input: object) => Promise<unknown>;
  await send(command, input);
  await session.detach();
}
