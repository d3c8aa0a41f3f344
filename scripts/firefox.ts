import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { installByApt, isDebianRoot, isSnap } from './apt.ts';
import type { Browser } from './browser.ts';
import { firefoxPlaces } from './browser-places.ts';
import { Advice, CommandFailed, run } from './steps.ts';

/** As `strict_min_version` in wxt.config.ts. */
const oldest = 140;

const wish = `install Firefox ${oldest} or later, or set VODSWEEP_FIREFOX to its program file`;

/** The version of a Firefox that starts and is new enough, else `undefined`. */
async function versionOf(path: string): Promise<string | undefined> {
  try {
    // On Windows `--version` prints nothing; the version stands beside the program.
    const text =
      process.platform === 'win32'
        ? await readFile(join(dirname(path), 'application.ini'), 'utf8')
        : await run(path, ['--version'], { timeout: 30_000 });
    const [, version = '', major] = /(?:Firefox |^Version=)((\d+)\.[\w.]+)/m.exec(text) ?? [];
    return Number(major) >= oldest ? version : undefined;
  } catch {
    return undefined;
  }
}

async function findInstalled(): Promise<Browser | undefined> {
  const wished = process.env.VODSWEEP_FIREFOX;
  if (wished) {
    const version = await versionOf(wished);
    if (version) return { path: wished, version };
    throw new Advice(`VODSWEEP_FIREFOX is ${wished}, which is no Firefox ${oldest} or later that \
starts. Change it, or unset it to have one found.`);
  }
  for (const path of firefoxPlaces()) {
    if (!existsSync(path) || (await isSnap(path))) continue;
    const version = await versionOf(path);
    if (version) return { path, version };
  }
  return undefined;
}

/**
 * Finds a Firefox that the extension can be loaded into, and installs one where that can be done:
 * as root on Debian.
 * @returns The browser; or, as `missing`, why there is none and what to do.
 */
export async function findFirefox({
  mayInstall = true,
} = {}): Promise<Browser | { readonly missing: string }> {
  const found = await findInstalled();
  if (found) return found;
  if (!mayInstall || !(await isDebianRoot())) return { missing: `no Firefox was found; ${wish}` };
  try {
    await installByApt('Firefox', 'firefox-esr');
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    return { missing: `Firefox could not be installed (${error.message}); ${wish}` };
  }
  return (await findInstalled()) ?? { missing: `Debian's Firefox is too old; ${wish}` };
}
