import { t } from '../../../utils/browser/i18n.ts';
import { Button } from '../../shared/Button.tsx';
import { Cell } from '../../shared/Cell.tsx';
import type { VideoGroup } from './video-groups.ts';
import './group-head.css';

export interface GroupHeadProps {
  readonly group: VideoGroup;
  /** How many columns it covers, in a grid that counts them. */
  readonly span: number | undefined;
  /** Whether all items of the group are selected. */
  readonly selected: boolean;
  /** Whether it is the active row: Tab then reaches its buttons. */
  readonly active: boolean;
  readonly onSelect: () => void;
  /** Called to delete images of the video; absent while nothing can be deleted. */
  readonly onDelete: (() => void) | undefined;
}

/** The row above the items of one video. */
export function GroupHead(props: GroupHeadProps) {
  const { group, span, selected, active, onSelect, onDelete } = props;
  const { videoId, items } = group;
  return (
    <Cell class="group-head" span={span}>
      <span class="group-words">
        <span class={videoId === undefined ? 'group-name' : 'group-name fixed'} title={videoId}>
          {videoId ?? t('group_no_video')}
        </span>
        <span class="group-count numbers">{t('review_images', items.length)}</span>
      </span>
      <span class="group-actions">
        <Button pressed={selected} aside={!active} onPress={onSelect}>
          {t('group_select')}
        </Button>
        {videoId !== undefined && (
          <Button
            aside={!active}
            onPress={() => onDelete?.()}
            disabled={onDelete === undefined}
            {...(onDelete === undefined ? { hint: t('review_delete_needs_account') } : {})}
          >
            {t('group_delete')}
          </Button>
        )}
      </span>
    </Cell>
  );
}

/** @returns The accessible name of a head: its video, and how many items it has. */
export function headName({ videoId, items }: VideoGroup): string {
  return `${videoId ?? t('group_no_video')}, ${t('review_images', items.length)}`;
}
