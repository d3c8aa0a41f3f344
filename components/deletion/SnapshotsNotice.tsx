import { t } from '../../utils/browser/i18n.ts';
import type { Plan } from '../../utils/deletion/plan.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';

export interface SnapshotsNoticeProps {
  readonly plan: Plan;
  /** Deletes the images of videos instead; absent where the account's limits forbid it. */
  readonly onAddVideos: ((videoIds: readonly string[]) => void) | undefined;
}

/** Says that snapshots go by their addresses, which VOD may refuse, and offers their videos. */
export function SnapshotsNotice({ plan, onAddVideos }: SnapshotsNoticeProps) {
  const videoIds = plan.targets.flatMap((target) =>
    target.by === 'url' && target.snapshot !== undefined ? [target.snapshot.videoId] : [],
  );
  if (videoIds.length === 0) return null;
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
    </Notice>
  );
}
