import type { Item } from '../../utils/collection/item.ts';
import type { SnapshotSet } from '../../utils/vod/input.ts';

/** What the person wants to delete, before the plan is drafted. */
export interface DeletionRequest {
  readonly items: readonly Item[];
  /** The image types that are chosen at first, if there are videos among the items. */
  readonly types?: SnapshotSet | undefined;
  /** Pictures of the items by address, taken from their page. */
  readonly pictures?: ReadonlyMap<string, string>;
}
