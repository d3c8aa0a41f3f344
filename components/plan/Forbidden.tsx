import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { ManagedLimitFault } from '../../utils/plan/managed-limits.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import type { Target } from '../../utils/plan/target.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';

interface ForbiddenText {
  readonly title: MessageKey;
  readonly next: MessageKey;
  /** The kind of targets that is forbidden; absent when there are too many targets. */
  readonly by?: Target['by'];
}

/** For each limit of an administrator: its text, and what the person can do. */
const TEXTS: Readonly<Record<ManagedLimitFault, ForbiddenText>> = {
  'address-forbidden': {
    title: 'managed_forbids_address',
    next: 'managed_forbids_address_next',
    by: 'url',
  },
  'id-forbidden': { title: 'managed_forbids_id', next: 'managed_forbids_id_next', by: 'id' },
  'video-forbidden': {
    title: 'managed_forbids_video',
    next: 'managed_forbids_video_next',
    by: 'video',
  },
  'too-many': { title: 'managed_forbids_many', next: 'managed_forbids_many_next' },
};

/** The kinds of targets that the person left out, and the limit that forbids each. */
export type LetGo = ReadonlyMap<Target['by'], ManagedLimitFault>;

/** @returns The kind of target of an item; `undefined` for an address that belongs to a video. */
export function targetBy({ kind, videoId }: Item): Target['by'] | undefined {
  if (kind === 'image-id') return 'id';
  if (kind === 'video-id') return 'video';
  return videoId === undefined ? 'url' : undefined;
}

export interface ForbiddenProps {
  readonly fault: ManagedLimitFault;
  readonly plan: Plan;
  /** The number of targets that the administrator allows. */
  readonly largestJob: number;
  /** Called to leave all targets of a kind out of the plan. */
  readonly onLeaveOut: (by: Target['by'], fault: ManagedLimitFault) => void;
}

/** Says why the plan must not start, and offers to leave out the forbidden targets. */
export function Forbidden({ fault, plan, largestJob, onLeaveOut }: ForbiddenProps) {
  const { title, next, by } = TEXTS[fault];
  const count = plan.targets.filter((target) => target.by === by).length;
  const some = by !== undefined && count < plan.targets.length;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={by === undefined ? t(title, largestJob) : t(title)}
      actions={
        some && (
          <Button onPress={() => onLeaveOut(by, fault)}>{t('managed_leave_out', count)}</Button>
        )
      }
    >
      <p>{t(next)}</p>
    </Notice>
  );
}

export interface LetGoListProps {
  readonly items: readonly Item[];
  readonly letGo: LetGo;
}

/** Lists what the person left out because an administrator forbids it. */
export function LetGoList({ items, letGo }: LetGoListProps) {
  return (
    <>
      {[...letGo].map(([by, fault]) => (
        <Notice key={by} tone="warn" role="status" title={t(TEXTS[fault].title)}>
          <p>{t('managed_left_out', items.filter((item) => targetBy(item) === by).length)}</p>
        </Notice>
      ))}
    </>
  );
}
