import { useMemo } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { listImages } from '../../utils/plan/commands.ts';
import type { Listed } from '../../utils/plan/listed.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { askInParts, inParts } from '../shared/ask-in-parts.ts';
import { type Pending, useAsking } from './use-asking.ts';

/** Videos asked about in one message: about a second of VOD's time. */
const VIDEOS_AT_ONCE = 2;

/** Videos asked about at all: about ten seconds. */
const MOST_VIDEOS = 25;

const NOTHING_LISTED: Listed = { videos: {} };

/** What VOD lists so far. */
export interface ListedSoFar {
  readonly listed: Listed;
  readonly pending?: Pending;
}

/** Asks VOD which of the snapshots that go by their addresses it lists, a few videos at a time. */
export function useListed(accountId: string, hasKey: boolean, plan: Plan | undefined): ListedSoFar {
  const videoIds = videosOf(plan).slice(0, MOST_VIDEOS);
  const question = hasKey ? videoIds.join() : '';
  const { said, open, skip } = useAsking({
    accountId,
    question,
    nothing: NOTHING_LISTED,
    ask: (before, take) =>
      askInParts({
        parts: inParts(
          videoIds.filter((id) => before.videos[id] === undefined),
          VIDEOS_AT_ONCE,
        ),
        ask: (part) => send(listImages, { accountId, videoIds: part }),
        before,
        merge: (all, reply) => ({ ...reply, videos: { ...all.videos, ...reply.videos } }),
        take,
      }),
  });
  return useMemo(() => {
    if (!open) return { listed: said };
    const done = videoIds.filter((id) => said.videos[id] !== undefined).length;
    return { listed: said, pending: { done, all: videoIds.length, skip } };
  }, [said, open, question]);
}

/** The videos whose snapshots go by their addresses, each once. */
function videosOf(plan: Plan | undefined): readonly string[] {
  const targets = plan?.targets ?? [];
  return [
    ...new Set(
      targets.flatMap((target) =>
        target.by === 'url' && target.snapshot !== undefined ? [target.snapshot.videoId] : [],
      ),
    ),
  ];
}
