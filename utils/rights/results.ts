import type { LookUpFault } from '../accounts/look-up.ts';
import type { VodErrorKind } from '../vod/error-codes.ts';
import { OPERATIONS, type RamAction, ramActionOf } from '../vod/operations/table.ts';

/** The RAM actions that the product uses, in the order in which they are shown. */
export const ACTIONS: readonly RamAction[] = OPERATIONS.map(ramActionOf);

/** Whether something is so; `not-known` when no harmless call could show it. */
export type Answer = 'yes' | 'no' | 'not-known';

/** What a test of an account checks besides the single actions. */
export const CHECKS = ['reachable', 'clock', 'key', 'signature', 'token'] as const;

/** The result of testing an account. A test changes nothing at VOD. */
export interface AccountTest {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `token` is absent when the key has none. */
  readonly checks: Readonly<Partial<Record<(typeof CHECKS)[number], Answer>>>;
  readonly actions: Readonly<Record<RamAction, Answer>>;
  /** VOD's clock minus this computer's, in milliseconds. Positive: this computer is behind. */
  readonly skewMs?: number;
  /** The first error that kept an answer unknown, with VOD's own message. */
  readonly fault?: {
    readonly kind: VodErrorKind;
    readonly code: string;
    readonly message: string;
    readonly requestId?: string;
  };
  /** Why there were no credentials to test. */
  readonly noKey?: LookUpFault;
}

/** A domain that belongs to the account by what VOD says. */
export interface FoundDomain {
  readonly domain: string;
  /** `list`: VOD lists it; `image`: an image of the account is in it. */
  readonly by: 'list' | 'image';
}

/** The domains that were found. `fault`: the first error of a call that was refused or failed. */
export interface FoundDomains {
  readonly domains: readonly FoundDomain[];
  readonly fault?: { readonly kind: VodErrorKind; readonly code: string; readonly message: string };
}
