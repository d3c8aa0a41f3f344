import { readFile, realpath } from 'node:fs/promises';
import { run, step } from './steps.ts';

/** Whether a program of Ubuntu lives in a snap, which cannot read the folders a profile is made in. */
export async function isSnap(path: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  if (/^\/snap\//.test(path) || /\/snap(\/|$)/.test(await realpath(path))) return true;
  const start = (await readFile(path)).subarray(0, 4096).toString('latin1');
  return start.startsWith('#!') && /\/snap\/bin\/|snap install/.test(start);
}

/**
 * Whether packages can be installed and are the real ones: on Ubuntu those of browsers are stubs for
 * snaps.
 */
export async function isDebianRoot(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return process.getuid?.() === 0 && /^ID="?debian\b/m.test(release);
}

/** Installs a package, under a printed line. */
export async function installByApt(name: string, packageName: string): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${name} (apt-get; about two minutes)`, async () => {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', packageName], { env });
  });
}
