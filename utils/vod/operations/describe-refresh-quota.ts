import * as v from 'valibot';
import { flexibleNumber, readWith } from '../read.ts';
import type { Operation, OperationFacts } from './operation.ts';

/** What is true of every call of DescribeVodRefreshQuota. */
export const DESCRIBE_REFRESH_QUOTA = {
  name: 'DescribeVodRefreshQuota',
  purpose: 'purge',
  onlyIn: 'cn-shanghai',
  probe: () => describeRefreshQuota(),
} as const satisfies OperationFacts;

/** How much an account may have refreshed today, and how much of it is left. */
export interface RefreshQuota {
  readonly urls: { readonly quota: number; readonly left: number };
  /** Absent when VOD did not say. */
  readonly directories?: { readonly quota: number; readonly left: number };
}

const needed = v.nonNullish(flexibleNumber);
const Answer = v.object({
  urlquota: needed,
  urlremain: needed,
  dirquota: flexibleNumber,
  dirremain: flexibleNumber,
});

/**
 * Asks what is left of the day's refreshes. The Shanghai endpoint alone offers it.
 * https://www.alibabacloud.com/help/en/vod/developer-reference/api-vod-2017-03-21-describevodrefreshquota
 */
export function describeRefreshQuota(): Operation<RefreshQuota> {
  return {
    action: DESCRIBE_REFRESH_QUOTA.name,
    parameters: {},
    read: (body) => {
      const { urlquota, urlremain, dirquota, dirremain } = readWith(Answer, body);
      return {
        urls: { quota: urlquota, left: urlremain },
        ...(dirquota != null &&
          dirremain != null && { directories: { quota: dirquota, left: dirremain } }),
      };
    },
  };
}
