import { send } from '../../utils/browser/messages.ts';
import { type Asked, mergeAsked } from '../../utils/plan/ask.ts';
import { askAbout } from '../../utils/plan/commands.ts';
import type { Question } from '../../utils/plan/questions.ts';

/** Ids asked about in one message: about a second of VOD's time. */
const IDS_AT_ONCE = 200;
const VIDEOS_AT_ONCE = 3;

export const NOTHING_SAID: Asked = { images: {}, missing: [], videos: {}, unasked: [] };

/** Why nothing was learnt of the rest: what the worker said, or that it gave no answer. */
export type AskEnd = 'no-answer' | Extract<Awaited<ReturnType<typeof ask>>, string>;

const ask = (question: { accountId: string; imageIds: string[]; videoIds: string[] }) =>
  send(askAbout, question);

/**
 * Asks VOD about ids that it has not answered for yet, a part at a time; `take` is given all that
 * was said until then, and ends the asking by false. Ends at the first refusal, and gives it where
 * it is not in what was said.
 */
export async function askInParts(
  { accountId, imageIds, videoIds }: Question,
  before: Asked,
  take: (said: Asked) => boolean,
): Promise<AskEnd | undefined> {
  let said = before;
  for (const part of partsOf(imageIds, videoIds, said)) {
    const reply = await ask({ accountId, ...part }).catch(() => 'no-answer' as const);
    if (typeof reply === 'string') return reply;
    said = mergeAsked(said, reply);
    if (!take(said) || reply.fault !== undefined) return undefined;
  }
  return undefined;
}

function partsOf(imageIds: readonly string[], videoIds: readonly string[], said: Asked) {
  const answered = answeredIn(said);
  const open = (ids: readonly string[]) => ids.filter((id) => !answered.has(id));
  return [
    ...inParts(open(imageIds), IDS_AT_ONCE).map((part) => ({ imageIds: part, videoIds: [] })),
    ...inParts(open(videoIds), VIDEOS_AT_ONCE).map((part) => ({ imageIds: [], videoIds: part })),
  ];
}

function inParts(ids: readonly string[], size: number): string[][] {
  const count = Math.ceil(ids.length / size);
  return Array.from({ length: count }, (_, at) => ids.slice(at * size, (at + 1) * size));
}

/** The ids that VOD answered for. */
export function answeredIn({ images, missing, videos }: Asked): ReadonlySet<string> {
  return new Set([...Object.keys(images), ...missing, ...Object.keys(videos)]);
}
