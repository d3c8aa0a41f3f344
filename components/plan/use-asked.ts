import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Asked } from '../../utils/plan/ask.ts';
import type { SnapshotType } from '../../utils/vod/input.ts';
import { answeredIn, askInParts, NOTHING_SAID } from '../shared/ask-in-parts.ts';

/** While VOD is asked: how many are answered, and a way to go on without the rest. */
export interface Pending {
  readonly done: number;
  readonly all: number;
  readonly skip: () => void;
}

/** How the asking stands. */
export interface Asking {
  /** What VOD said so far; ids that it was not asked about are named in it once the asking ended. */
  readonly asked: Asked;
  readonly pending?: Pending;
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
      const take = (all: Asked) => {
        if (!over) setSaid(all);
        return !over;
      };
      await askInParts({ accountId, imageIds, videoIds }, said, take);
      if (!over) setEndedWith(question);
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
