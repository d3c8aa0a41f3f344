import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { Asked } from '../../utils/plan/ask.ts';
import { SNAPSHOT_TYPES } from '../../utils/vod/input.ts';
import { TYPE_NAMES } from '../plan/image-types.ts';
import { askAboutIds, NOTHING_SAID } from '../shared/ask-about-ids.ts';
import { factsOfImage } from '../shared/image-facts.ts';
import { ASK_TEXTS, START_FAULT_TEXTS } from '../shared/reason-texts.ts';

/** What VOD says about an id. */
export interface Known {
  readonly gone: boolean;
  /** In the order in which they are shown. */
  readonly facts: readonly string[];
  /** The address of its picture. */
  readonly picture?: string;
}

/** What is known about ids, and a function to ask for more. */
export interface Checked {
  readonly knownOf: (item: Item) => Known | undefined;
  /** Asks VOD about the ids among the items. Resolves to the result in words. */
  readonly check: (items: readonly Item[]) => Promise<string>;
  readonly checking: boolean;
}

/** Asks VOD about ids on request. Forgets the answers when the account changes. */
export function useChecked(accountId: string | undefined): Checked {
  const [said, setSaid] = useState(NOTHING_SAID);
  const [checking, setChecking] = useState(false);
  const current = useRef(accountId);
  current.current = accountId;
  useEffect(() => {
    setSaid(NOTHING_SAID);
    setChecking(false);
  }, [accountId]);

  const check = async (items: readonly Item[]) => {
    if (accountId === undefined) return t('start_fault_no_account');
    setChecking(true);
    let latest = NOTHING_SAID;
    const question = {
      accountId,
      imageIds: items.flatMap(({ kind, imageId }) => (kind === 'image-id' && imageId) || []),
      videoIds: items.flatMap(({ kind, videoId }) => (kind === 'video-id' && videoId) || []),
    };
    const end = await askAboutIds(question, NOTHING_SAID, (all) => {
      latest = all;
      if (current.current !== accountId) return false;
      setSaid((before) => ({ ...joined(before, all) }));
      return true;
    });
    setChecking(false);
    if (end === 'no-answer') return t('review_action_failed');
    if (end !== undefined) return t(START_FAULT_TEXTS[end]);
    return wordsOf(latest);
  };
  return { knownOf: (item) => knownIn(said, item), check, checking };
}

/** The later answer wins: an image may be gone now, or be there again. */
function joined(before: Asked, after: Asked): Asked {
  const { images, missing } = after;
  const there = Object.entries(before.images).filter(([id]) => !missing.includes(id));
  return {
    ...after,
    images: { ...Object.fromEntries(there), ...images },
    missing: [...before.missing.filter((id) => !Object.hasOwn(images, id)), ...missing],
    videos: { ...before.videos, ...after.videos },
  };
}

function knownIn({ images, missing, videos }: Asked, item: Item): Known | undefined {
  if (item.kind === 'image-id' && item.imageId !== undefined) {
    const image = images[item.imageId];
    if (image === undefined) {
      return missing.includes(item.imageId) ? { gone: true, facts: [] } : undefined;
    }
    const { address: picture } = image;
    return { gone: false, facts: factsOfImage(image), ...(picture && { picture }) };
  }
  const counts = item.kind === 'video-id' ? videos[item.videoId ?? ''] : undefined;
  if (counts === undefined) return undefined;
  const facts = SNAPSHOT_TYPES.filter((type) => (counts[type] ?? 0) > 0).map((type) =>
    t('review_of_type', [t(TYPE_NAMES[type]), String(counts[type])]),
  );
  return { gone: false, facts: facts.length === 0 ? [t('review_no_images')] : facts };
}

function wordsOf({ images, missing, videos, fault }: Asked): string {
  if (fault !== undefined) {
    const { happened, next } = ASK_TEXTS[fault.kind];
    return `${t(happened)} ${t(next)}`;
  }
  const there = Object.keys(images).length + Object.keys(videos).length;
  return [
    t('review_checked', there),
    ...(missing.length > 0 ? [t('review_checked_gone', missing.length)] : []),
  ].join(' ');
}
