import type { Item } from '../../utils/collection/item.ts';
import type { SnapshotSet } from '../../utils/vod/input.ts';

/** What the person asked to delete, before the plan is drafted and confirmed. */
export interface DeletionRequest {
  readonly items: readonly Item[];
  /** Image types to begin with, where videos are among the items. */
  readonly types?: SnapshotSet | undefined;
  /** Pictures of them by address, as the page that they were chosen on shows them. */
  readonly pictures?: ReadonlyMap<string, string>;
}
