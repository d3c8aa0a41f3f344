import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { inBrowser } from './in-browser.ts';
import { Marionette } from './marionette.ts';
import { makeProfile, type Profile, type ProfileWishes, uuidPreference } from './profile.ts';

/** The production build that is loaded. */
export const firefoxBuild: string = fileURLToPath(
  new URL('../../../.output/firefox-mv3', import.meta.url),
);

export interface FirefoxOptions {
  /** The path of the browser's executable. */
  readonly executable: string;
  /** The sandbox that replaces VOD, its CDN and the demo site. */
  readonly sandbox: Sandbox;
  readonly headless?: boolean;
  readonly preferences?: ProfileWishes['more'];
  /** The administrator's `policies.json`. */
  readonly policies?: object;
}

/** A Firefox with the extension loaded. */
export interface FirefoxBrowser {
  readonly marionette: Marionette;
  /** The extension's id, as in its manifest. */
  readonly extensionId: string;
  /** The origin of the extension's pages, without a trailing slash. */
  readonly origin: string;
  readonly downloads: string;
  /** Removes the extension with its storage and permissions, and installs it again. */
  reinstall(): Promise<void>;
  close(): Promise<void>;
}

const START_MS = 60_000;
const END_MS = 10_000;

/** Starts a Firefox that reaches the sandbox under its host names, with the extension loaded. */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxBrowser> {
  const { executable, sandbox, headless = true, preferences, policies } = options;
  const extension = { id: await extensionId(), uuid: randomUUID() };
  const profile = await makeProfile({
    proxyPort: sandbox.port,
    extension,
    ...(preferences && { more: preferences }),
    ...(policies && { policies }),
  });
  const child = start(executable, profile, { headless, asInTests: policies !== undefined });
  const clean = (): void => {
    child.kill('SIGKILL');
    rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', clean);
  let marionette: Marionette | undefined;
  const close = async (): Promise<void> => {
    await Promise.race([
      marionette?.send('Marionette:Quit', { flags: ['eForceQuit'] }),
      ended(child),
    ]).catch(() => undefined);
    await ended(child);
    marionette?.close();
    process.off('exit', clean);
    clean();
  };
  try {
    marionette = await Marionette.connect(await portOf(profile, child));
    await startSession(marionette);
    await install(marionette);
  } catch (error) {
    await close();
    throw error;
  }
  const connection = marionette;
  return {
    marionette: connection,
    extensionId: extension.id,
    origin: `moz-extension://${extension.uuid}`,
    downloads: profile.downloads,
    reinstall: () => reinstall(connection, extension),
    close,
  };
}

async function startSession(marionette: Marionette): Promise<void> {
  // All certificates are from the sandbox, since nothing else can be reached.
  await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
  await marionette.send('WebDriver:SetTimeouts', {
    pageLoad: 60_000,
    script: 60_000,
    implicit: 0,
  });
}

async function install(marionette: Marionette): Promise<void> {
  await marionette.send('Addon:Install', { path: firefoxBuild, temporary: true });
}

async function reinstall(
  marionette: Marionette,
  extension: ProfileWishes['extension'],
): Promise<void> {
  await marionette.send('Addon:Uninstall', { id: extension.id });
  // The host of its pages was removed with it.
  await inBrowser(
    marionette,
    (name, uuids) => Services.prefs.setStringPref(name, uuids),
    ...uuidPreference(extension),
  );
  await install(marionette);
}

async function extensionId(): Promise<string> {
  const text = await readFile(join(firefoxBuild, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error('The extension is not built. Run: npm run build:firefox');
  const manifest = JSON.parse(text) as {
    readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

interface StartOptions {
  readonly headless: boolean;
  /** Firefox reads policies from a profile only if it may connect to nothing but this computer. */
  readonly asInTests: boolean;
}

function start(
  executable: string,
  { folder }: Profile,
  { headless, asInTests }: StartOptions,
): ChildProcess {
  return spawn(
    executable,
    [
      '--marionette',
      // Firefox treats extension pages as its own system pages.
      '--remote-allow-system-access',
      '--no-remote',
      ...(headless ? ['--headless'] : []),
      '--profile',
      folder,
      'about:blank',
    ],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        MOZ_CRASHREPORTER_DISABLE: '1',
        ...(asInTests && { MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1' }),
      },
    },
  );
}

/** Waits until the browser listens. @returns The port. @throws Error if it does not start. */
async function portOf({ folder }: Profile, child: ChildProcess): Promise<number> {
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure ??= `it ended with ${code ?? signal}`;
  });
  const until = Date.now() + START_MS;
  while (failure === undefined && Date.now() < until) {
    const text = await readFile(join(folder, 'MarionetteActivePort'), 'utf8').catch(() => '');
    if (/^\d+$/.test(text.trim())) return Number(text);
    await pause(100);
  }
  throw new Error(`Firefox did not start: ${failure ?? `no answer in ${START_MS / 1000} s`}`);
}

/** Waits until the browser has ended, but no longer than `END_MS`. */
async function ended(child: ChildProcess): Promise<void> {
  const until = Date.now() + END_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    await pause(50);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
