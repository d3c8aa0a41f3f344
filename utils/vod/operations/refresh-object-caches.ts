import * as v from 'valibot';
import { checkRefresh, insist } from '../input.ts';
import { readWith } from '../read.ts';
import type { Operation, OperationFacts } from './operation.ts';

/**
 * What is true of every call of RefreshVodObjectCaches. It has no probe. Even a refresh of a domain
 * that nobody can own may create a task and use up the day's quota. How VOD counts refused calls is
 * not documented.
 */
export const REFRESH_OBJECT_CACHES = {
  name: 'RefreshVodObjectCaches',
  purpose: 'purge',
  onlyIn: 'cn-shanghai',
} as const satisfies OperationFacts;

/**
 * What the CDN is to forget: the copy of the very address; every copy of it, whatever the query;
 * or all below a folder.
 */
export type RefreshType = 'File' | 'IgnoreParams' | 'Directory';

const Answer = v.object({
  refreshtaskid: v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.transform(String))]),
    v.regex(/^[\w-]+(?:,[\w-]+)*$/),
  ),
});

/**
 * Makes the CDN forget its copies of 1 to 1,000 addresses; gives the ids of the tasks that do it,
 * which take minutes. The Shanghai endpoint alone offers it. An account may refresh 2,000
 * addresses and 100 folders a day. For `IgnoreParams` the addresses must be bare.
 * Throws a VodInputError otherwise; `checkRefresh` asks before.
 * https://www.alibabacloud.com/help/en/vod/api-refreshvodobjectcaches
 */
export function refreshObjectCaches(
  addresses: readonly string[],
  type: RefreshType,
): Operation<string[]> {
  insist(checkRefresh(addresses, type));
  return {
    action: REFRESH_OBJECT_CACHES.name,
    parameters: { ObjectPath: addresses.join('\n'), ObjectType: type },
    read: (body) => readWith(Answer, body).refreshtaskid.split(','),
  };
}
