import { useEffect, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import type { Asked } from '../../utils/deletion/ask.ts';
import { askAbout } from '../../utils/deletion/commands.ts';
import type { SnapshotType } from '../../utils/vod/input.ts';

/**
 * What VOD says of ids: `undefined` while it is asked, nothing known when it cannot be. Asked anew
 * only when ids are added or the key is entered.
 */
export function useAsked(
  accountId: string,
  hasKey: boolean,
  imageIds: readonly string[],
  videoIds: readonly string[],
): Asked | undefined {
  const silent = !hasKey || imageIds.length + videoIds.length === 0;
  const question = silent ? '' : `${imageIds.join()} ${videoIds.join()}`;
  const [answered, setAnswered] = useState<{ question: string; asked: Asked }>();
  const nothing: Asked = {
    images: {},
    missing: [],
    videos: {},
    unasked: [...imageIds, ...videoIds],
  };
  useEffect(() => {
    if (silent) return;
    let ended = false;
    const take = (asked: Asked) => {
      if (!ended) setAnswered({ question, asked });
    };
    send(askAbout, { accountId, imageIds: [...imageIds], videoIds: [...videoIds] }).then(
      (reply) => take(typeof reply === 'string' ? nothing : reply),
      () => take(nothing),
    );
    return () => {
      ended = true;
    };
  }, [accountId, question]);
  if (silent) return nothing;
  return answered?.question === question ? answered.asked : undefined;
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
