import type { LookUpFault } from '../accounts/look-up.ts';
import type { VodErrorKind } from '../vod/error-codes.ts';

/** The RAM actions that the product can make use of, in the order they are shown. */
export const ACTIONS = [
  'vod:DeleteImage',
  'vod:GetImageInfos',
  'vod:ListSnapshots',
  'vod:DescribeVodUserDomains',
  'vod:RefreshVodObjectCaches',
  'vod:DescribeVodRefreshTasks',
  'vod:DescribeVodRefreshQuota',
] as const;

export type RamAction = (typeof ACTIONS)[number];

/** Whether something holds; `not-known` when no harmless call could tell. */
export type Answer = 'yes' | 'no' | 'not-known';

/** What a test of an account asks before it looks at single actions. */
export const CHECKS = ['reachable', 'clock', 'key', 'signature', 'token'] as const;

/** What a test of an account found. Nothing it does changes anything at VOD. */
export interface AccountTest {
  readonly at: number;
  /** Of `token`: absent when the key has none. */
  readonly checks: Readonly<Partial<Record<(typeof CHECKS)[number], Answer>>>;
  readonly actions: Readonly<Record<RamAction, Answer>>;
  /** How far this computer's clock is from VOD's, in milliseconds; positive: it is behind. */
  readonly skewMs?: number;
  /** The first thing that stood in the way, with VOD's own words. */
  readonly fault?: {
    readonly kind: VodErrorKind;
    readonly code: string;
    readonly message: string;
    readonly requestId?: string;
  };
  /** There were no credentials to test. */
  readonly noKey?: LookUpFault;
}
