import { delimiter, join } from 'node:path';

const { env, platform } = process;

function onPath(names: readonly string[]): string[] {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function macApp(name: string, program = name): string[] {
  const inside = join('Applications', `${name}.app`, 'Contents', 'MacOS', program);
  return [join('/', inside), join(env.HOME ?? '/', inside)];
}

function windowsApp(...path: readonly string[]): string[] {
  return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].flatMap((folder) =>
    folder ? [join(folder, ...path)] : [],
  );
}

/** Where Chromium may be installed, for this operating system. */
export function chromiumPlaces(): string[] {
  if (platform === 'darwin') return [...macApp('Chromium'), ...macApp('Google Chrome for Testing')];
  if (platform === 'win32') return windowsApp('Chromium', 'Application', 'chrome.exe');
  return [...onPath(['chromium', 'chromium-browser']), '/usr/bin/chromium'];
}

/** Where Google Chrome and Microsoft Edge may be installed, for this operating system. */
export function brandedPlaces(): string[] {
  if (platform === 'darwin') return [...macApp('Google Chrome'), ...macApp('Microsoft Edge')];
  if (platform === 'win32') {
    return [
      ...windowsApp('Google', 'Chrome', 'Application', 'chrome.exe'),
      ...windowsApp('Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }
  return [
    ...onPath(['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable']),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
}

/** Where Firefox may be installed, for this operating system. */
export function firefoxPlaces(): string[] {
  if (platform === 'darwin') {
    return ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].flatMap((name) =>
      macApp(name, 'firefox'),
    );
  }
  if (platform === 'win32') {
    return ['Mozilla Firefox', 'Firefox Developer Edition'].flatMap((name) =>
      windowsApp(name, 'firefox.exe'),
    );
  }
  return onPath(['firefox-esr', 'firefox', 'firefox-devedition', 'firefox-nightly']);
}
