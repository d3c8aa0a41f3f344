import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { type Asked, mergeAsked } from '../../utils/deletion/ask.ts';
import { askAbout } from '../../utils/deletion/commands.ts';
import type { SnapshotType } from '../../utils/vod/input.ts';

/** Ids asked about in one message: about a second of VOD's time. */
const IDS_AT_ONCE = 200;
const VIDEOS_AT_ONCE = 3;

const NOTHING_SAID: Asked = { images: {}, missing: [], videos: {}, unasked: [] };

/** How the asking stands. */
export interface Asking {
  /** What VOD said so far; ids that it was not asked about are named in it once the asking ended. */
  readonly asked: Asked;
  /** While it is asked: how many ids are answered, and a way to go on without the rest. */
  readonly pending?: { readonly done: number; readonly all: number; readonly skip: () => void };
}

/**
 * Asks VOD about ids, a part at a time. Each is asked about once, and again only when the key was
 * entered meanwhile.
 */
export function useAsked(
  accountId: string,
  hasKey: boolean,
  imageIds: readonly string[],
  videoIds: readonly string[],
): Asking {
  const question = hasKey ? `${imageIds.join()} ${videoIds.join()}` : '';
  const [said, setSaid] = useState(NOTHING_SAID);
  const [endedWith, setEndedWith] = useState<string>();
  const skip = useRef(() => {});

  useEffect(() => {
    let over = false;
    const ask = async () => {
      let all = said;
      for (const part of partsOf(imageIds, videoIds, all)) {
        const reply = await send(askAbout, { accountId, ...part }).catch(() => 'failed' as const);
        if (over) return;
        if (typeof reply === 'string') break;
        all = mergeAsked(all, reply);
        setSaid(all);
        if (reply.fault !== undefined) break;
      }
      setEndedWith(question);
    };
    skip.current = () => {
      // What VOD says from now on must not change the plan under the person's eyes.
      over = true;
      setEndedWith(question);
    };
    if (hasKey) void ask();
    return () => {
      over = true;
    };
  }, [accountId, question]);

  return useMemo(() => {
    const ids = [...imageIds, ...videoIds];
    const answered = answeredIn(said);
    const unasked = ids.filter((id) => !answered.has(id));
    if (hasKey && ids.length > 0 && endedWith !== question) {
      const done = ids.length - unasked.length;
      return { asked: said, pending: { done, all: ids.length, skip: () => skip.current() } };
    }
    return { asked: { ...said, unasked } };
  }, [said, endedWith, question, hasKey]);
}

/** The questions for what is not answered yet. */
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

function answeredIn({ images, missing, videos }: Asked): ReadonlySet<string> {
  return new Set([...Object.keys(images), ...missing, ...Object.keys(videos)]);
}

/** How many images of each type some videos have together; a type is absent if one was not told. */
export function countTypes(
  videos: Asked['videos'],
  videoIds: readonly string[],
): Partial<Record<SnapshotType, number>> {
  const sums: Partial<Record<SnapshotType, number>> = {};
  const [first, ...others] = videoIds.map((id) => videos[id]);
  for (const [name, count] of Object.entries(first ?? {})) {
    const type = name as SnapshotType;
    const rest = others.map((video) => video?.[type]);
    if (rest.includes(undefined)) continue;
    sums[type] = rest.reduce<number>((sum, more) => sum + (more ?? 0), count);
  }
  return sums;
}
