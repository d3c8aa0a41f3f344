import { clientFor } from '../accounts/client.ts';
import type { LookUpFault } from '../accounts/look-up.ts';
import { readingOf } from '../accounts/reading.ts';
import { type Asked, askVod } from './ask.ts';
import { type Listed, listVideos } from './listed.ts';

/** The ids of a selection about which VOD is asked. */
export interface Question {
  readonly accountId: string;
  readonly imageIds: readonly string[];
  readonly videoIds: readonly string[];
}

/** Asks VOD about ids with the key of the account; changes nothing. */
export async function ask(question: Question): Promise<Asked | LookUpFault> {
  const client = await clientFor(question.accountId);
  return typeof client === 'string'
    ? client
    : askVod(client, question.imageIds, question.videoIds, readingOf(question.accountId));
}

/** Asks VOD which images it lists for videos, with the key of the account; changes nothing. */
export async function list(question: Omit<Question, 'imageIds'>): Promise<Listed | LookUpFault> {
  const client = await clientFor(question.accountId);
  return typeof client === 'string'
    ? client
    : listVideos(client, question.videoIds, readingOf(question.accountId));
}
