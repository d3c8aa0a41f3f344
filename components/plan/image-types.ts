import type { MessageKey } from '../../utils/browser/i18n.ts';
import type { Asked } from '../../utils/plan/ask.ts';
import {
  SNAPSHOT_TYPES,
  type SnapshotSet,
  type SnapshotType,
  takesType,
} from '../../utils/vod/input.ts';

/** Plain names of a video's images. */
export const TYPE_NAMES: Readonly<Record<SnapshotType | 'All', MessageKey>> = {
  CoverSnapshot: 'type_cover',
  NormalSnapshot: 'type_normal',
  SpriteSnapshot: 'type_sprite',
  SpriteOriginSnapshot: 'type_sprite_origin',
  All: 'type_all',
};

/** The choice after a box was pressed; *All* stands alone, and no types is no choice. */
export function withType(
  types: SnapshotSet | undefined,
  pressed: SnapshotType | 'All',
): SnapshotSet | undefined {
  const before = new Set<string>(types ?? []);
  if (pressed === 'All') return before.has('All') ? undefined : ['All'];
  before.delete('All');
  if (!before.delete(pressed)) before.add(pressed);
  const [first, ...others] = SNAPSHOT_TYPES.filter((type) => before.has(type));
  return first === undefined ? undefined : [first, ...others];
}

/** How many images the chosen types have together, where VOD told all of them. */
export function countChosen(
  types: SnapshotSet | undefined,
  counts: Partial<Readonly<Record<SnapshotType, number>>>,
): number | undefined {
  const chosen = SNAPSHOT_TYPES.filter((type) => takesType(types, type)).map(
    (type) => counts[type],
  );
  if (chosen.length === 0) return undefined;
  return chosen.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
}

/** Whether the choice takes the covers away. */
export function takesCovers(types: SnapshotSet | undefined): boolean {
  return takesType(types, 'CoverSnapshot');
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
