import type { Item } from '../../../utils/collection/item.ts';
import type { Layout } from '../../../utils/settings/settings.ts';
import type { Known } from '../use-checked.ts';
import { GroupHead } from './GroupHead.tsx';
import { ImageCard } from './ImageCard.tsx';
import { ImageCells } from './ImageCells.tsx';
import type { Line } from './lines.ts';
import type { Selection } from './selection.ts';
import type { VideoGroup } from './video-groups.ts';

export interface LineCellsProps {
  readonly line: Line | undefined;
  readonly layout: Layout;
  /** How many items are side by side. */
  readonly columns: number;
  readonly selection: Selection;
  /** Whether the line is active. */
  readonly active: boolean;
  readonly cellId: (column: number) => string;
  readonly knownOf: (item: Item) => Known | undefined;
  readonly onChoose: (key: string, range: boolean) => void;
  readonly onChooseGroup: (group: VideoGroup) => void;
  readonly onDeleteVideo: ((group: VideoGroup) => void) | undefined;
  readonly onShow: ((key: string) => void) | undefined;
}

/** The cells of a line: the head of a group, or its items. */
export function LineCells(props: LineCellsProps) {
  const { line, layout, columns, selection, active, cellId, knownOf } = props;
  const { onChoose, onChooseGroup, onDeleteVideo, onShow } = props;
  const isSelected = (item: Item) => selection.selected.has(item.key);
  if (line?.kind === 'head') {
    const { group } = line;
    return (
      <GroupHead
        group={group}
        span={layout === 'grid' ? columns : undefined}
        selected={group.items.every(isSelected)}
        active={active}
        onSelect={() => onChooseGroup(group)}
        onDelete={onDeleteVideo && (() => onDeleteVideo(group))}
      />
    );
  }
  return line?.items.map((item, column) => {
    const cell = {
      item,
      known: knownOf(item),
      selected: isSelected(item),
      onShow: onShow && (() => onShow(item.key)),
    };
    return layout === 'grid' ? (
      <ImageCard
        key={item.key}
        {...cell}
        id={cellId(column)}
        active={item.key === selection.active}
        onChoose={(event) => onChoose(item.key, event.shiftKey)}
      />
    ) : (
      <ImageCells key={item.key} {...cell} />
    );
  });
}
