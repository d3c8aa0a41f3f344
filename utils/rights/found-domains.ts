import type { VodErrorKind } from '../vod/error-codes.ts';

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
