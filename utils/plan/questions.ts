import { accountById } from '../accounts/accounts.ts';
import { clientOf, type KeyFaultCode, keyFaultOf } from '../accounts/client.ts';
import { findKey } from '../keys/key.ts';
import type { VodClient } from '../vod/client.ts';
import { type Asked, askVod } from './ask.ts';
import { type Listed, listVideos } from './listed.ts';

/** Why an account has no key to sign with. */
export type NoKey = Exclude<KeyFaultCode, 'other-key'>;

/** Why VOD was not asked at all. */
export type NotAsked = NoKey | 'no-account';

/** Ids of a selection that VOD is to be asked about. */
export interface Question {
  readonly accountId: string;
  readonly imageIds: readonly string[];
  readonly videoIds: readonly string[];
}

/** Asks VOD about ids with the account's key; changes nothing. */
export async function ask(question: Question): Promise<Asked | NotAsked> {
  const client = await clientFor(question.accountId);
  return typeof client === 'string' ? client : askVod(client, question.imageIds, question.videoIds);
}

/** Asks VOD which images it lists of videos, with the account's key; changes nothing. */
export async function list(question: Omit<Question, 'imageIds'>): Promise<Listed | NotAsked> {
  const client = await clientFor(question.accountId);
  return typeof client === 'string' ? client : listVideos(client, question.videoIds);
}

async function clientFor(accountId: string): Promise<VodClient | NotAsked> {
  const account = await accountById(accountId);
  if (account === undefined) return 'no-account';
  const found = await findKey(account.id);
  if (!found.ok) return keyFaultOf(found.why);
  return clientOf(account.id, account.region, found.key.hint);
}
