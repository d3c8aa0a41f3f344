import { mayRead } from '../browser/permissions.ts';
import { setItems } from '../browser/storage.ts';
import { type EndingCredentials, uriHint } from './credentials.ts';
import { fetchCredentials } from './credentials-uri.ts';
import { fetchedCredentials, keyNotes, uriFaults, without } from './items.ts';
import type { KeyOwner } from './owner.ts';
import { inTurn } from './turn.ts';
import type { UriFault } from './uri-fault.ts';

/** Credentials are renewed when they expire within this time. */
const RENEWED_BEFORE_MS = 5 * 60_000;

/** The shortest time between two fetches while the present credentials are still valid. */
const PAUSE_MS = 15_000;

/** The fetches under way, by account and URI, so that several callers share one. */
const underWay = new Map<string, Promise<UriFault | undefined>>();

const lastFetch = new Map<string, number>();

/**
 * Fetches the credentials of an account from its URI, if those in memory expire in five minutes or
 * less.
 * @returns Credentials that have not expired, or `undefined` when the URI returned none.
 */
export async function fetchedKey(
  owner: KeyOwner,
  uri: string,
): Promise<EndingCredentials | undefined> {
  const there = await atHand(owner.id, uri);
  const left = (there?.expiresAt ?? 0) - Date.now();
  if (left > RENEWED_BEFORE_MS) return there;
  const since = Date.now() - (lastFetch.get(nameOf(owner.id, uri)) ?? Number.NEGATIVE_INFINITY);
  if (left > 0 && since >= 0 && since < PAUSE_MS) return there;
  await renew(owner, uri);
  const now = await atHand(owner.id, uri);
  return now !== undefined && now.expiresAt > Date.now() ? now : undefined;
}

/**
 * Fetches the credentials of an account from its URI now, whether or not they have expired.
 * @returns What went wrong, or `undefined`.
 * @throws Error when the account has no credentials URI.
 */
export async function fetchKey(owner: KeyOwner): Promise<UriFault | undefined> {
  if (owner.key.from !== 'uri') throw new Error('The account has no credentials URI');
  return renew(owner, owner.key.uri);
}

/**
 * Fetches credentials again because VOD said that their token has expired. Does nothing if others
 * were fetched since.
 * @param endedKeyId The AccessKey ID of the expired credentials.
 * @returns Whether there are other credentials now.
 */
export async function renewed(owner: KeyOwner, endedKeyId: string): Promise<boolean> {
  if (owner.key.from !== 'uri') return false;
  const there = await atHand(owner.id, owner.key.uri);
  if (there !== undefined && there.accessKeyId !== endedKeyId) return true;
  return (await renew(owner, owner.key.uri)) === undefined;
}

async function atHand(accountId: string, uri: string): Promise<EndingCredentials | undefined> {
  const there = (await fetchedCredentials.getValue())[accountId];
  return there?.uri === uri ? there.credentials : undefined;
}

function nameOf(accountId: string, uri: string): string {
  return `${accountId} ${uri}`;
}

function renew(owner: KeyOwner, uri: string): Promise<UriFault | undefined> {
  const name = nameOf(owner.id, uri);
  const shared = underWay.get(name);
  if (shared !== undefined) return shared;
  const fetching = fetchAndKeep(owner, uri).finally(() => {
    underWay.delete(name);
    lastFetch.set(name, Date.now());
  });
  underWay.set(name, fetching);
  return fetching;
}

async function fetchAndKeep(owner: KeyOwner, uri: string): Promise<UriFault | undefined> {
  const answer = (await mayRead(uri))
    ? await fetchCredentials(uri)
    : ({ ok: false, fault: 'not-allowed' } as const);
  await inTurn(async () => {
    // The account may have been removed or may have another key source by now.
    if (!(await owner.isCurrent())) return;
    const { id: accountId } = owner;
    const faults = without(await uriFaults.getValue(), accountId);
    if (!answer.ok) {
      await uriFaults.setValue({ ...faults, [accountId]: answer.fault });
      return;
    }
    const { credentials } = answer;
    const kept = { uri, credentials };
    const note = { hint: uriHint(uri), expiresAt: credentials.expiresAt };
    await setItems([
      {
        item: fetchedCredentials,
        value: { ...(await fetchedCredentials.getValue()), [accountId]: kept },
      },
      { item: keyNotes, value: { ...(await keyNotes.getValue()), [accountId]: note } },
      { item: uriFaults, value: faults },
    ]);
  });
  return answer.ok ? undefined : answer.fault;
}
