import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { installByApt, isDebianRoot, isSnap } from './apt.ts';
import { brandedPlaces, chromiumPlaces } from './browser-places.ts';
import { Advice, CommandFailed, run, runNode, step } from './steps.ts';
import { runTool } from './tools.ts';

/** A browser that starts. */
export interface Browser {
  /** Its program file. */
  readonly path: string;
  /** What it says to `--version`. */
  readonly version: string;
}

const wish = 'set VODSWEEP_BROWSER to the program file of a Chromium, Chrome or Edge';

/** What a browser says to `--version`, or `undefined` if it does not start. */
async function versionOf(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  if (process.platform === 'win32') {
    // There `--version` opens a window; the version is the name of a folder beside the program.
    const version = readdirSync(dirname(path)).find((name) => /^\d+(\.\d+){3}$/.test(name));
    return `version ${version ?? 'unknown'}`;
  }
  try {
    const output = await run(path, ['--version'], { timeout: 30_000 });
    return /^.*\b\d+(\.\d+){3}\b/m.exec(output)?.[0].trim();
  } catch {
    return undefined;
  }
}

async function firstThatWorks(paths: readonly string[]): Promise<Browser | undefined> {
  for (const path of paths) {
    if (!existsSync(path) || (await isSnap(path))) continue;
    const version = await versionOf(path);
    if (version) return { path, version };
  }
  return undefined;
}

async function wished(): Promise<Browser | undefined> {
  for (const name of ['VODSWEEP_BROWSER', 'CHROME_PATH', 'CHROME_BIN']) {
    const path = process.env[name];
    if (!path) continue;
    const version = await versionOf(path);
    if (version) return { path, version };
    if (name === 'VODSWEEP_BROWSER') {
      throw new Advice(`VODSWEEP_BROWSER is ${path}, which is no browser that starts. Change it, \
or unset it to have a browser found.`);
    }
  }
  return undefined;
}

async function playwrightPath(): Promise<string> {
  const script =
    "import('@playwright/test').then((it) => console.log(it.chromium.executablePath()))";
  return (await runNode(['-e', script])).trim().split('\n').at(-1) ?? '';
}

async function findInstalled(): Promise<Browser | undefined> {
  const found =
    (await wished()) ??
    (await firstThatWorks(chromiumPlaces())) ??
    (await firstThatWorks([await playwrightPath()]));
  if (found) return found;
  // Chrome and Edge ignore --load-extension and need another way in, so Chromium is preferred.
  return firstThatWorks(brandedPlaces());
}

async function installByPlaywright(isRoot: boolean): Promise<void> {
  const needs = isRoot && existsSync('/usr/bin/apt-get') ? ['--with-deps'] : [];
  await step("Downloading Playwright's Chromium (about 180 MB)", () =>
    runTool('playwright', ['install', ...needs, '--no-shell', 'chromium']),
  );
}

async function install(): Promise<Browser> {
  try {
    if (await isDebianRoot()) await installByApt('Chromium', 'chromium');
    else await installByPlaywright(process.getuid?.() === 0);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Advice(`${error.output}\n${error.message}\nNo browser could be installed. Install \
Chromium yourself, or ${wish}.`);
  }
  const found = await findInstalled();
  if (found) return found;
  const path = await playwrightPath();
  throw new Advice(
    existsSync(path)
      ? `Chromium was downloaded but does not start: ${path}
Libraries are missing, most likely. Run as root: npx playwright install-deps chromium`
      : `No browser was found. Install Chromium, or ${wish}.`,
  );
}

/**
 * Finds a browser that the extension can be loaded into, and installs one if there is none.
 * Order: VODSWEEP_BROWSER, CHROME_PATH, CHROME_BIN; Chromium; Playwright's Chromium; Chrome, Edge.
 * @throws {Advice} If there is none, and none can or may be installed.
 */
export async function findBrowser({ mayInstall = true } = {}): Promise<Browser> {
  const found = await findInstalled();
  if (found) return found;
  if (mayInstall) return install();
  throw new Advice(`No browser was found. Run npm test or npm start once, or ${wish}.`);
}
