import { t } from '../../utils/browser/i18n.ts';
import { type Listed, listedAs } from '../../utils/plan/listed.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { ASK_TEXTS } from '../shared/reason-texts.ts';

export interface SnapshotsNoticeProps {
  readonly plan: Plan;
  readonly listed: Listed;
  /** Called to delete images of videos instead; absent when the account's limits forbid it. */
  readonly onAddVideos: ((videoIds: readonly string[]) => void) | undefined;
}

/**
 * Says that snapshots are deleted by address, which VOD may refuse, and which of them VOD lists.
 * Offers to delete images of their videos instead.
 */
export function SnapshotsNotice({ plan, listed, onAddVideos }: SnapshotsNoticeProps) {
  const videoIds = plan.targets.flatMap((target) =>
    target.by === 'url' && target.snapshot !== undefined ? [target.snapshot.videoId] : [],
  );
  if (videoIds.length === 0) return null;
  const { fault } = listed;
  const why = fault === undefined ? undefined : ASK_TEXTS[fault.kind];
  const unlisted = plan.targets.filter(
    (target) => listedAs(target, listed) === 'not-listed',
  ).length;
  const offered = [...new Set(videoIds)];
  return (
    <Notice
      tone="warn"
      title={t('delete_snapshots', videoIds.length)}
      actions={
        onAddVideos !== undefined && (
          <Button onPress={() => onAddVideos(offered)}>
            {t('delete_snapshots_videos', offered.length)}
          </Button>
        )
      }
    >
      <p>{t('delete_snapshots_next')}</p>
      {unlisted > 0 && <p>{t('delete_snapshots_unlisted', unlisted)}</p>}
      {fault !== undefined && <p>{t('delete_snapshots_unasked')}</p>}
      {why !== undefined && <p>{t('sentences', [t(why.happened), t(why.next)])}</p>}
    </Notice>
  );
}
