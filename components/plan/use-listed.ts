import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { listImages } from '../../utils/plan/commands.ts';
import type { Listed } from '../../utils/plan/listed.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import type { Pending } from './use-asked.ts';

/** Videos asked about in one message: about a second of VOD's time. */
const VIDEOS_AT_ONCE = 2;

/** Videos asked about at all: about ten seconds. */
const MOST_VIDEOS = 25;

const NOTHING_LISTED: Listed = { videos: {} };

/** How the asking about snapshots stands. */
export interface Listing {
  readonly listed: Listed;
  readonly pending?: Pending;
}

/** Asks VOD which of the snapshots that go by their addresses it lists, a few videos at a time. */
export function useListed(accountId: string, hasKey: boolean, plan: Plan | undefined): Listing {
  const targets = plan?.targets ?? [];
  const question = [
    ...new Set(
      targets.flatMap((target) =>
        target.by === 'url' && target.snapshot !== undefined ? [target.snapshot.videoId] : [],
      ),
    ),
  ]
    .slice(0, MOST_VIDEOS)
    .join();
  const [listed, setListed] = useState(NOTHING_LISTED);
  const [endedWith, setEndedWith] = useState<string>();
  const skip = useRef(() => {});

  useEffect(() => {
    let over = false;
    const end = () => {
      over = true;
      setEndedWith(question);
    };
    skip.current = end;
    const ask = async () => {
      let all = listed;
      const open = question.split(',').filter((id) => all.videos[id] === undefined);
      for (let from = 0; from < open.length && !over; from += VIDEOS_AT_ONCE) {
        const videoIds = open.slice(from, from + VIDEOS_AT_ONCE);
        const reply = await send(listImages, { accountId, videoIds });
        if (over || typeof reply === 'string') break;
        all = { ...reply, videos: { ...all.videos, ...reply.videos } };
        setListed(all);
        if (reply.fault !== undefined) break;
      }
    };
    // No answer means less to read, and nothing else.
    if (hasKey && question !== '')
      void ask()
        .catch(() => {})
        .then(() => over || end());
    return () => {
      over = true;
    };
  }, [accountId, hasKey, question]);

  return useMemo(() => {
    if (!hasKey || question === '' || endedWith === question) return { listed };
    const videoIds = question.split(',');
    const done = videoIds.filter((id) => listed.videos[id] !== undefined).length;
    return { listed, pending: { done, all: videoIds.length, skip: () => skip.current() } };
  }, [listed, endedWith, question, hasKey]);
}
