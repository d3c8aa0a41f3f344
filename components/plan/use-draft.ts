import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Account } from '../../utils/accounts/account.ts';
import type { AccountState } from '../../utils/accounts/state.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { Asked } from '../../utils/plan/ask.ts';
import { draftPlan, type LeftOut } from '../../utils/plan/draft.ts';
import type { ManagedLimitFault } from '../../utils/plan/managed-limits.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import type { Target } from '../../utils/plan/target.ts';
import type { SnapshotSet, SnapshotType } from '../../utils/vod/input.ts';
import { canSign } from '../keys/key-words.ts';
import type { Said } from './covers.ts';
import { type LetGo, targetBy } from './Forbidden.tsx';
import { countTypes } from './image-types.ts';
import type { DeletionRequest } from './request.ts';
import { useAsked } from './use-asked.ts';
import type { Pending } from './use-asking.ts';
import { useListed } from './use-listed.ts';

/** The plan that is drafted from a request, and what the person may change in it. */
export interface PlanDraft {
  /** The requested items and the account, as they were when the dialog opened. */
  readonly requested: readonly Item[];
  readonly account: Account;
  readonly byAdministrator: boolean;
  /** The hint of the key that signs the plan; absent while there is none. */
  readonly keyHint: string | undefined;
  readonly plan: Plan | undefined;
  readonly leftOut: readonly LeftOut[];
  readonly videoIds: readonly string[];
  readonly types: SnapshotSet | undefined;
  /** How many images of each type the videos have, where VOD answered. */
  readonly counts: Partial<Readonly<Record<SnapshotType, number>>>;
  readonly letGo: LetGo;
  readonly asked: Asked;
  readonly said: Said;
  /** Set while VOD is asked. */
  readonly pending: Pending | undefined;
  readonly setTypes: (types: SnapshotSet | undefined) => void;
  /** Absent when the account's limits forbid it. */
  readonly addVideos: ((videoIds: readonly string[]) => void) | undefined;
  readonly leaveOut: (by: Target['by'], why: ManagedLimitFault) => void;
}

/**
 * Drafts the plan when the dialog opens, and again only when a choice in it changes, the key is
 * known, or VOD has answered. The object that is shown is the one that is sent.
 */
export function useDraft(request: DeletionRequest, current: AccountState): PlanDraft {
  // Kept from the moment it opened: the list and the account may change behind the dialog.
  const [{ requested, account, byAdministrator }] = useState(() => ({
    requested: request.items,
    account: current.account,
    byAdministrator: current.managed,
  }));
  const [types, setTypes] = useState<SnapshotSet | undefined>(request.types);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [letGo, setLetGo] = useState<LetGo>(() => new Map());

  const items = useMemo(() => withoutLetGo(requested, letGo), [requested, letGo]);
  const imageIds = useMemo(
    () => unique(items.filter((item) => item.kind === 'image-id').map((item) => item.imageId)),
    [items],
  );
  const videoIds = useMemo(() => {
    if (!account.limits.byVideo) return [];
    const videos = items.filter((item) => item.kind === 'video-id');
    return unique([...videos.map((item) => item.videoId), ...added]);
  }, [items, added]);

  const keyHint = useHeldKey(current, account.id);
  const hasKey = keyHint !== undefined;
  const { asked, pending: asking } = useAsked(account.id, hasKey, imageIds, videoIds);
  const known = asking === undefined ? asked : undefined;
  const { plan, leftOut } = useMemo(
    () => draftPlan(items, account, { types, videoIds: added }, known, keyHint),
    [items, account, types, added, known, keyHint],
  );
  const { listed, pending: listing } = useListed(account.id, hasKey, plan);

  return {
    requested,
    account,
    byAdministrator,
    keyHint,
    plan,
    leftOut,
    videoIds,
    types,
    counts: countTypes(asked.videos, videoIds),
    letGo,
    asked,
    said: { images: asked.images, listed },
    pending: asking ?? listing,
    setTypes,
    addVideos: account.limits.byVideo
      ? (ids) => setAdded((before) => unique([...before, ...ids]))
      : undefined,
    leaveOut: (by, why) => {
      setLetGo((before) => new Map([...before, [by, why]]));
      if (by === 'video') setAdded([]);
    },
  };
}

/** @returns The hint of the first key that the dialog knew. A later key never replaces it. */
function useHeldKey(current: AccountState, accountId: string): string | undefined {
  const [held, setHeld] = useState<string>();
  const able = current.account.id === accountId && canSign(current);
  const keyHint = held ?? (able ? current.keyHint : undefined);
  useEffect(() => setHeld(keyHint), [keyHint]);
  return keyHint;
}

function withoutLetGo(requested: readonly Item[], letGo: LetGo): readonly Item[] {
  return requested.filter((item) => {
    const by = targetBy(item);
    return by === undefined || !letGo.has(by);
  });
}

function unique(ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}
