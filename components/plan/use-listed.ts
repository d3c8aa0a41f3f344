import { useMemo } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { listImages } from '../../utils/plan/commands.ts';
import type { Listed } from '../../utils/plan/listed.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { askInParts, inParts } from '../shared/ask-in-parts.ts';
import { type Pending, useAsking } from './use-asking.ts';

/** Videos in one message to the worker: VOD needs about a second. */
const VIDEOS_AT_ONCE = 2;

/** The most videos to ask about: VOD needs about ten seconds. */
const MOST_VIDEOS = 25;

const NOTHING_LISTED: Listed = { videos: {} };

/** The lists of VOD so far. */
export interface ListedSoFar {
  readonly listed: Listed;
  readonly pending?: Pending;
}

/** Asks VOD which of the snapshots that are deleted by address it lists, a few videos at a time. */
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

/** @returns The videos whose snapshots are deleted by address, each once. */
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
