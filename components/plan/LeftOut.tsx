import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import { openOptions } from '../../utils/browser/tabs.ts';
import type { LeftOut, LeftOutReason } from '../../utils/plan/draft.ts';
import { SNAPSHOT_TYPES, type SnapshotSet, takesType } from '../../utils/vod/input.ts';
import { hostOf, itemName } from '../collection/describe-item.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { TYPE_NAMES } from './image-types.ts';
import { NameList } from './NameList.tsx';

export interface LeftOutListProps {
  readonly leftOut: readonly LeftOut[];
  readonly types: SnapshotSet | undefined;
  /** What an administrator decides, so that the person cannot change it. */
  readonly managed: { readonly account: boolean; readonly byVideo: boolean };
}

const TITLES: Readonly<Record<LeftOutReason, MessageKey>> = {
  'not-mine': 'left_out_not_mine',
  'not-covered': 'left_out_not_covered',
  'no-image-types': 'left_out_no_types',
  'already-gone': 'left_out_gone',
  'not-deletable': 'left_out_not_deletable',
  'too-long': 'left_out_too_long',
  'too-many': 'left_out_too_many',
  'video-forbidden': 'left_out_video_forbidden',
};

const ORDER: readonly LeftOutReason[] = [
  'not-covered',
  'not-mine',
  'no-image-types',
  'already-gone',
  'not-deletable',
  'video-forbidden',
  'too-long',
  'too-many',
];

/** Lists the items that the plan leaves out, why, and what the person can do. */
export function LeftOutList({ leftOut, types, managed }: LeftOutListProps) {
  return (
    <>
      {ORDER.map((reason) => {
        const parts = leftOut.filter((one) => one.reason === reason);
        if (parts.length === 0) return null;
        const items = parts.map((one) => one.item);
        const hosts = [...new Set(items.flatMap((item) => hostOf(itemName(item)) ?? []))];
        return (
          <Notice key={reason} tone="warn" title={t(TITLES[reason], items.length)}>
            {reason === 'not-mine' && (
              <p>
                {t(managed.account ? 'left_out_not_mine_managed' : 'left_out_not_mine_next')}{' '}
                <span class="fixed">{hosts.slice(0, 5).join(', ')}</span>{' '}
                {!managed.account && (
                  <Button look="link" onPress={() => void openOptions()}>
                    {t('review_add_domain')}
                  </Button>
                )}
              </p>
            )}
            {reason === 'not-covered' && <p>{t('left_out_types', [missingTypes(parts, types)])}</p>}
            {reason === 'not-deletable' && <p>{t('left_out_not_deletable_next')}</p>}
            {reason === 'video-forbidden' && (
              <p>
                {t(
                  managed.byVideo
                    ? 'left_out_video_forbidden_managed'
                    : 'left_out_video_forbidden_next',
                )}
              </p>
            )}
            {reason === 'too-many' && <p>{t('left_out_too_many_next')}</p>}
            {reason === 'already-gone' && <p>{t('left_out_gone_next')}</p>}
            {reason === 'no-image-types' && <p>{t('left_out_no_types_next')}</p>}
            <details>
              <summary>{t('left_out_show', items.length)}</summary>
              <NameList names={items.map(itemName)} />
            </details>
          </Notice>
        );
      })}
    </>
  );
}

/** @returns The names of the types that would include the snapshots and are not chosen. */
function missingTypes(parts: readonly LeftOut[], chosen: SnapshotSet | undefined): string {
  const needed = new Set(parts.flatMap((one) => one.types ?? []));
  return SNAPSHOT_TYPES.filter((type) => needed.has(type) && !takesType(chosen, type))
    .map((type) => t(TYPE_NAMES[type]))
    .join(t('list_comma'));
}
