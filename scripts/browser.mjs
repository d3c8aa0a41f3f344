import { existsSync, readdirSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { brandedPlaces, chromiumPlaces } from './browser-places.mjs';
import { runNode, runTool } from './node.mjs';
import { Advice, CommandFailed, run, step } from './steps.mjs';

const wish = 'set VODSWEEP_BROWSER to the program file of a Chromium, Chrome or Edge';

/** What a browser says to `--version`, or `undefined` if it does not start. */
async function versionOf(path) {
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

/** Ubuntu's chromium lives in a snap, which cannot read the folders a profile is made in. */
async function isSnap(path) {
  if (process.platform !== 'linux') return false;
  if (/^\/snap\//.test(path) || /\/snap(\/|$)/.test(await realpath(path))) return true;
  const start = (await readFile(path)).subarray(0, 4096).toString('latin1');
  return start.startsWith('#!') && /\/snap\/bin\/|snap install/.test(start);
}

async function firstThatWorks(paths) {
  for (const path of paths) {
    if (!existsSync(path) || (await isSnap(path))) continue;
    const version = await versionOf(path);
    if (version) return { path, version };
  }
  return undefined;
}

async function wished() {
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

async function playwrightPath() {
  const script =
    "import('@playwright/test').then((it) => console.log(it.chromium.executablePath()))";
  return (await runNode(['-e', script])).trim().split('\n').at(-1);
}

async function findInstalled() {
  const found =
    (await wished()) ??
    (await firstThatWorks(chromiumPlaces())) ??
    (await firstThatWorks([await playwrightPath()]));
  if (found) return found;
  // Chrome and Edge ignore --load-extension and need another way in, so Chromium is preferred.
  return firstThatWorks(brandedPlaces());
}

/** The `ID` of the Linux distribution. */
async function distribution() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID="?([\w-]+)/m.exec(release)?.[1];
}

async function installByApt() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step('Installing Chromium (apt-get; about two minutes)', async () => {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
  });
}

async function installByPlaywright(isRoot) {
  const needs = isRoot && existsSync('/usr/bin/apt-get') ? ['--with-deps'] : [];
  await step("Downloading Playwright's Chromium (about 180 MB)", () =>
    runTool('playwright', ['install', ...needs, '--no-shell', 'chromium']),
  );
}

async function install() {
  const isRoot = process.getuid?.() === 0;
  try {
    // Of the two only Debian packages Chromium itself; Ubuntu's package is a stub for a snap.
    if (isRoot && (await distribution()) === 'debian') await installByApt();
    else await installByPlaywright(isRoot);
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
 * @returns {Promise<{path: string, version: string}>}
 */
export async function findBrowser({ mayInstall = true } = {}) {
  const found = await findInstalled();
  if (found) return found;
  if (mayInstall) return install();
  throw new Advice(`No browser was found. Run npm test or npm start once, or ${wish}.`);
}
