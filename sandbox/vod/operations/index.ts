import { deleteImage } from './delete-image.ts';
import { describeRefreshQuota } from './describe-refresh-quota.ts';
import { describeRefreshTasks } from './describe-refresh-tasks.ts';
import { describeUserDomains } from './describe-user-domains.ts';
import { getImageInfos } from './get-image-infos.ts';
import { listSnapshots } from './list-snapshots.ts';
import type { Operation } from './operation.ts';
import { refreshObjectCaches } from './refresh-object-caches.ts';

/** Every operation the gateway plays. */
export const operations: readonly Operation[] = [
  deleteImage,
  getImageInfos,
  listSnapshots,
  describeUserDomains,
  refreshObjectCaches,
  describeRefreshTasks,
  describeRefreshQuota,
];
