import type { VodErrorKind } from '../vod/error-codes.ts';

/** A domain that VOD says is the account's. */
export interface FoundDomain {
  readonly domain: string;
  /** Listed among the account's domains, or seen in the address of one of its images. */
  readonly by: 'list' | 'image';
}

/** The domains that VOD told of; with `fault` when a question was refused or failed. */
export interface FoundDomains {
  readonly domains: readonly FoundDomain[];
  readonly fault?: { readonly kind: VodErrorKind; readonly code: string; readonly message: string };
}
