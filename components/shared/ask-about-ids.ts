import type { LookUpFault } from '../../utils/accounts/look-up.ts';
import { send } from '../../utils/browser/messages.ts';
import { type Asked, mergeAsked } from '../../utils/plan/ask.ts';
import { askAbout } from '../../utils/plan/commands.ts';
import type { Question } from '../../utils/plan/questions.ts';
import { askInParts, inParts } from './ask-in-parts.ts';

/** Ids asked about in one message: about a second of VOD's time. */
const IDS_AT_ONCE = 200;
const VIDEOS_AT_ONCE = 3;

interface IdsPart {
  readonly imageIds: string[];
  readonly videoIds: string[];
}

export const NOTHING_SAID: Asked = { images: {}, missing: [], videos: {}, unasked: [] };

/**
 * Asks VOD about ids that it has not answered for yet, a part at a time.
 *
 * @param before what VOD said until now
 * @param take gets all that was said until then, after each part; ends the asking by `false`
 * @returns why nothing was learnt of the rest, where that is not in what was said
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

/** The ids that VOD answered for. */
export function answeredIn({ images, missing, videos }: Asked): ReadonlySet<string> {
  return new Set([...Object.keys(images), ...missing, ...Object.keys(videos)]);
}
