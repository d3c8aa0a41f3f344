import type { MessageKey } from '../../utils/browser/i18n.ts';
import type { Asked } from '../../utils/plan/ask.ts';
import {
  SNAPSHOT_TYPES,
  type SnapshotSet,
  type SnapshotType,
  takesType,
} from '../../utils/vod/input.ts';

/** The names of the image types of a video. */
export const TYPE_NAMES: Readonly<Record<SnapshotType | 'All', MessageKey>> = {
  CoverSnapshot: 'type_cover',
  NormalSnapshot: 'type_normal',
  SpriteSnapshot: 'type_sprite',
  SpriteOriginSnapshot: 'type_sprite_origin',
  All: 'type_all',
};

/** @returns The choice after a click on a checkbox: *All* alone, or types; `undefined` if none. */
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

/** @returns How many images the chosen types have; `undefined` if a count is not known. */
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

/** @returns Whether the choice deletes covers. */
export function takesCovers(types: SnapshotSet | undefined): boolean {
  return takesType(types, 'CoverSnapshot');
}

/** @returns How many images of each type the videos have; a type without all counts is absent. */
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
