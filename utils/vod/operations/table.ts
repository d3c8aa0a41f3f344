import { DELETE_IMAGE } from './delete-image.ts';
import { DESCRIBE_REFRESH_QUOTA } from './describe-refresh-quota.ts';
import { DESCRIBE_REFRESH_TASKS } from './describe-refresh-tasks.ts';
import { DESCRIBE_USER_DOMAINS } from './describe-user-domains.ts';
import { GET_IMAGE_INFOS } from './get-image-infos.ts';
import { LIST_SNAPSHOTS } from './list-snapshots.ts';
import { REFRESH_OBJECT_CACHES } from './refresh-object-caches.ts';

/** Every operation that the product calls. Rights, policies and tests of accounts follow from it. */
export const OPERATIONS = [
  DELETE_IMAGE,
  GET_IMAGE_INFOS,
  LIST_SNAPSHOTS,
  DESCRIBE_USER_DOMAINS,
  REFRESH_OBJECT_CACHES,
  DESCRIBE_REFRESH_TASKS,
  DESCRIBE_REFRESH_QUOTA,
] as const;

/** The RAM action that a key needs for an operation. */
export type RamAction = `vod:${(typeof OPERATIONS)[number]['name']}`;

/** @returns The RAM action of an operation. */
export function ramActionOf<Name extends string>({ name }: { readonly name: Name }): `vod:${Name}` {
  return `vod:${name}`;
}
