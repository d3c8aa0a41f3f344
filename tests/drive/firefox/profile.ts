import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Preference = string | number | boolean;

/** A profile for one run. */
export interface Profile {
  readonly folder: string;
  /** Where downloads go. */
  readonly downloads: string;
}

/** The preference that gives the pages of an extension their host, and its value. */
export function uuidPreference({ id, uuid }: ProfileWishes['extension']): [string, string] {
  return ['extensions.webextensions.uuids', JSON.stringify({ [id]: uuid })];
}

/** What a profile is made for. */
export interface ProfileWishes {
  /** The port of the sandbox, which is the proxy of everything. */
  readonly proxyPort: number;
  /** The id of the extension in its manifest, and the host that its pages are to get. */
  readonly extension: { readonly id: string; readonly uuid: string };
  readonly more?: Readonly<Record<string, Preference>>;
  /** What an administrator would have put into `policies.json`. */
  readonly policies?: object;
}

function preferencesFor(wishes: ProfileWishes, downloads: string): Record<string, Preference> {
  const { proxyPort, extension } = wishes;
  return {
    // Any free port; Firefox writes which into the profile.
    'marionette.port': 0,
    // What the sandbox does not play, and so all of the Internet, cannot be reached.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.failover_direct': false,
    ...Object.fromEntries([uuidPreference(extension)]),
    // Optional permissions are granted without the prompt, which no script can press.
    'extensions.webextOptionalPermissionPrompts': false,
    // A JSON file of the extension is shown as text, so that nothing runs beside it.
    'devtools.jsonview.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'intl.locale.requested': 'en-US',
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    ...wishes.more,
  };
}

/**
 * Writes policies into the profile, and gives what lets Firefox look for them there: outside of its own
 * tests it would not. toolkit/components/enterprisepolicies/EnterprisePoliciesParent.sys.mjs
 */
async function policiesIn(
  folder: string,
  { policies }: ProfileWishes,
): Promise<Record<string, Preference>> {
  if (policies === undefined) return {};
  const path = join(folder, 'policies.json');
  await writeFile(path, JSON.stringify({ policies }));
  return {
    'browser.policies.alternatePath': path,
    'security.turn_off_all_security_so_that_viruses_can_take_over_this_computer': true,
  };
}

/** Makes a profile in a temporary folder. */
export async function makeProfile(wishes: ProfileWishes): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'vodsweep-firefox-'));
  const downloads = join(folder, 'vodsweep-downloads');
  await mkdir(downloads);
  const preferences = {
    ...preferencesFor(wishes, downloads),
    ...(await policiesIn(folder, wishes)),
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(folder, 'user.js'), lines.join(''));
  return { folder, downloads };
}
