import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Preference = string | number | boolean;

/** The profile of one browser. */
export interface Profile {
  readonly folder: string;
  /** The folder for downloads. */
  readonly downloads: string;
}

/** @returns The name and value of the preference that sets the host of an extension's pages. */
export function uuidPreference({ id, uuid }: ProfileWishes['extension']): [string, string] {
  return ['extensions.webextensions.uuids', JSON.stringify({ [id]: uuid })];
}

/** The contents of a profile. */
export interface ProfileWishes {
  /** The port of the sandbox, which is the proxy for all requests. */
  readonly proxyPort: number;
  /** The id of the extension in its manifest, and the host for its pages. */
  readonly extension: { readonly id: string; readonly uuid: string };
  readonly more?: Readonly<Record<string, Preference>>;
  /** The administrator's `policies.json`. */
  readonly policies?: object;
}

function preferencesFor(wishes: ProfileWishes, downloads: string): Record<string, Preference> {
  const { proxyPort, extension } = wishes;
  return {
    // Any free port; Firefox writes its number into the profile.
    'marionette.port': 0,
    // Hosts that the sandbox does not serve, and so the Internet, cannot be reached.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.failover_direct': false,
    ...Object.fromEntries([uuidPreference(extension)]),
    // Optional permissions are granted without the prompt, which no script can press.
    'extensions.webextOptionalPermissionPrompts': false,
    // JSON files of the extension are shown as text, so that no viewer runs in the console.
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
 * Writes policies into the profile.
 * @returns The preferences that make Firefox read them there, as it does only in its own tests:
 * toolkit/components/enterprisepolicies/EnterprisePoliciesParent.sys.mjs
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

/** Creates a profile in a temporary folder. */
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
