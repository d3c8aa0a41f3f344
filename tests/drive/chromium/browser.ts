import { createHash, X509Certificate } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from '@playwright/test';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { extensionIdOf } from './extension-id.ts';

/** The production build, which is loaded by default. */
export const chromeBuild: string = fileURLToPath(
  new URL('../../../.output/chrome-mv3', import.meta.url),
);

export interface LaunchOptions {
  /** The path of the browser's executable. */
  readonly executable: string;
  /** The sandbox that replaces VOD, its CDN and the demo site. */
  readonly sandbox: Pick<Sandbox, 'certificate' | 'hostResolverRules'>;
  readonly headless?: boolean;
  readonly extension?: string;
  /** A folder that is kept; absent: a temporary one, removed at the end. */
  readonly profile?: string;
  /** The size of pages; `null`: that of the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** Whether SIGINT and SIGTERM close the browser and end this process; true by default. */
  readonly endOnSignal?: boolean;
}

/** A browser with the extension loaded. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Removes the extension with its storage and permissions; its pages close. */
  uninstall(): Promise<void>;
  /** Installs the extension again after `uninstall`. */
  install(): Promise<void>;
  close(): Promise<void>;
}

/** The switch that trusts the sandbox's certificate and no other unknown one. */
function trustOf(sandbox: LaunchOptions['sandbox']): string {
  const key = new X509Certificate(sandbox.certificate).publicKey;
  const spki = key.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(spki).digest('base64')}`;
}

function switchesFor(sandbox: LaunchOptions['sandbox']): string[] {
  return [
    // Alibaba's hosts that the sandbox does not serve must not be reached either.
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
 * Pins the extension's icon to the toolbar of a new profile, and switches on developer mode:
 * without it, Chromium would disable an unpacked extension when it reloads itself.
 */
async function pinIcon(profile: string, extensionId: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = {
    extensions: { pinned_extensions: [extensionId], ui: { developer_mode: true } },
  };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/**
 * Replaces the programs that remove an extension's entries from the desktop by a program that does
 * nothing: Chromium starts seven at each removal, on the desktop of the person who runs the tests.
 * @returns The environment variables with which the browser finds the replacements.
 */
async function withoutDesktop(profile: string): Promise<Record<string, string>> {
  const folder = join(profile, 'no-desktop');
  await mkdir(folder, { recursive: true });
  for (const name of ['xdg-desktop-menu', 'xdg-icon-resource']) {
    await symlink('/bin/true', join(folder, name));
  }
  return { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` };
}

/** Starts a browser that reaches the sandbox under its host names, with the extension loaded. */
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
 * `--load-extension`, and a command reports what the browser does not accept.
 */
async function manageExtensions(
  context: BrowserContext,
  command: 'Extensions.loadUnpacked' | 'Extensions.uninstall',
  input: object,
): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser cannot load extensions');
  // Playwright has no types for these commands yet.
  const send = session.send.bind(session) as (name: string, input: object) => Promise<unknown>;
  await send(command, input);
  await session.detach();
}
