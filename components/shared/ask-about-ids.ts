import type { LookUpFault } from '../../utils/accounts/look-up.ts';
import { send } from '../../utils/browser/messages.ts';
import { type Asked, mergeAsked } from '../../utils/plan/ask.ts';
import { askAbout } from '../../utils/plan/commands.ts';
import type { Question } from '../../utils/plan/questions.ts';
import { askInParts, inParts } from './ask-in-parts.ts';

/** ImageIds in one message to the worker: VOD needs about a second. */
const IDS_AT_ONCE = 200;
const VIDEOS_AT_ONCE = 3;

interface IdsPart {
  readonly imageIds: string[];
  readonly videoIds: string[];
}

export const NOTHING_SAID: Asked = { images: {}, missing: [], videos: {}, unasked: [] };

/**
 * Asks VOD about the ids that it has not answered for yet, in parts.
 * @param before All answers so far.
 * @param take Called after each part with all answers so far. Returns `false` to end the asking.
 * @returns Why the rest is not known, unless the answers say why.
 */
export function askAboutIds(
  { accountId, imageIds, videoIds }: Question,
  before: Asked,
  take: (said: Asked) => boolean,
): Promise<'no-answer' | LookUpFault | undefined> {
  const answered = answeredIn(before);
  const open = (ids: readonly string[]) => ids.filter((id) => !answered.has(id));
  return askInParts<IdsPart, Asked, LookUpFault>({
    parts: [
      ...inParts(open(imageIds), IDS_AT_ONCE).map((part) => ({ imageIds: part, videoIds: [] })),
      ...inParts(open(videoIds), VIDEOS_AT_ONCE).map((part) => ({ imageIds: [], videoIds: part })),
    ],
    ask: (part) => send(askAbout, { accountId, ...part }),
    before,
    merge: mergeAsked,
    take,
  });
}

/** @returns The ids that VOD answered for. */
export function answeredIn({ images, missing, videos }: Asked): ReadonlySet<string> {
  return new Set([...Object.keys(images), ...missing, ...Object.keys(videos)]);
}
