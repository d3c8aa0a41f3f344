/** What follows from an error of a kind, wherever the product decides by it. */
export interface KindFacts {
  /**
   * Which calls would get the same error: those with the same `item`, the same `call` again, every
   * call of the `action`, every call of the `account`. `way`: VOD was not reached or failed, or a
   * proxy answered, which says nothing about the call.
   */
  readonly refuses: 'item' | 'call' | 'action' | 'account' | 'way';
  /** Whether VOD may have carried out the call; `by-status`: unless the status was 4xx. */
  readonly mayHaveActed?: true | 'by-status';
  /** VOD returns it only after it accepted key, time, token and signature. */
  readonly knowsCaller?: true;
  /** The part of the credentials that is wrong. */
  readonly wrong?: 'key' | 'token';
}

/** Every kind of error: what an error means for the person and the job. The interface has the texts. */
export const KINDS = {
  'not-found': { refuses: 'item', knowsCaller: true },
  throttled: { refuses: 'call' },
  server: { refuses: 'way', mayHaveActed: true },
  transport: { refuses: 'way', mayHaveActed: true },
  clock: { refuses: 'account' },
  // The browser repeated the request, and the first one may have succeeded.
  'nonce-used': { refuses: 'call', mayHaveActed: true },
  'key-unknown': { refuses: 'account', wrong: 'key' },
  'key-disabled': { refuses: 'account', wrong: 'key' },
  signature: { refuses: 'account' },
  'token-expired': { refuses: 'account', wrong: 'token' },
  'token-invalid': { refuses: 'account', wrong: 'token' },
  forbidden: { refuses: 'action', knowsCaller: true },
  'not-own-domain': { refuses: 'item' },
  'not-opened': { refuses: 'account', knowsCaller: true },
  overdue: { refuses: 'account', knowsCaller: true },
  'bad-parameter': { refuses: 'item' },
  'wrong-endpoint': { refuses: 'action' },
  unreadable: { refuses: 'way', mayHaveActed: true },
  quota: { refuses: 'call' },
  unknown: { refuses: 'call', mayHaveActed: 'by-status' },
} as const satisfies Readonly<Record<string, KindFacts>>;

/** What an error means; see {@link KINDS}. */
export type VodErrorKind = keyof typeof KINDS;

/** @returns Whether a text names a kind of error. */
export function isVodErrorKind(kind: string): kind is VodErrorKind {
  return Object.hasOwn(KINDS, kind);
}

/** @returns What follows from an error of this kind. */
export function factsOf(kind: VodErrorKind): KindFacts {
  return KINDS[kind];
}

/** Whether to retry: never; at once, because a new nonce and time help (`fresh`); or later. */
export type Retry = 'never' | 'fresh' | 'later';

interface Row {
  readonly code: RegExp;
  /** A code that matches this row and no earlier one. */
  readonly example: string;
  readonly kind: VodErrorKind;
  readonly retry: Retry;
}

// The first match counts, so exact codes come before families of codes. Letter case is ignored, because
// VOD writes ServiceUnAvailable.
// https://www.alibabacloud.com/help/en/vod/api-reference-error-codes and, for the gateway's codes,
// https://www.alibabacloud.com/help/en/polardb/client-error-codes
export const ROWS: readonly Row[] = [
  {
    code: /^(NoSuchResource|InvalidVideo\.NotFound)$/i,
    example: 'NoSuchResource',
    kind: 'not-found',
    retry: 'never',
  },
  {
    code: /Throttling|^(ServiceBusy|Http\.429)$/i,
    example: 'Throttling.User',
    kind: 'throttled',
    retry: 'later',
  },
  {
    code: /^(InternalError|ServiceUnavailable|SystemError|UnknownError)(\.|$)|^Http\.5\d\d$/i,
    example: 'InternalError',
    kind: 'server',
    retry: 'later',
  },
  {
    code: /^(InvalidTimeStamp|IllegalTimeStamp)(\.|$)/i,
    example: 'InvalidTimeStamp.Expired',
    kind: 'clock',
    retry: 'fresh',
  },
  {
    code: /^SignatureNonceUsed$/i,
    example: 'SignatureNonceUsed',
    kind: 'nonce-used',
    retry: 'fresh',
  },
  {
    code: /^InvalidAccessKeyId\.Inactive$/i,
    example: 'InvalidAccessKeyId.Inactive',
    kind: 'key-disabled',
    retry: 'never',
  },
  {
    code: /^(Invalid|Missing)AccessKeyId(\.|$)|^Client\.Key$/i,
    example: 'InvalidAccessKeyId.NotFound',
    kind: 'key-unknown',
    retry: 'never',
  },
  {
    code: /^(SignatureDoesNotMatch|IncompleteSignature|InvalidSignature|Client\.Secret)(\.|$)/i,
    example: 'SignatureDoesNotMatch',
    kind: 'signature',
    retry: 'never',
  },
  {
    code: /^InvalidSecurityToken\.Expired$/i,
    example: 'InvalidSecurityToken.Expired',
    kind: 'token-expired',
    retry: 'never',
  },
  {
    code: /^(Invalid|Missing)SecurityToken(\.|$)|^Client\.Token$/i,
    example: 'InvalidSecurityToken.Malformed',
    kind: 'token-invalid',
    retry: 'never',
  },
  // The state of the video forbids it, not the permissions of the key.
  {
    code: /^Forbidden\.IllegalStatus$/i,
    example: 'Forbidden.IllegalStatus',
    kind: 'bad-parameter',
    retry: 'never',
  },
  {
    code: /^(Forbidden|NoPermission)(\.|$)/i,
    example: 'Forbidden.RAM',
    kind: 'forbidden',
    retry: 'never',
  },
  // The CDN's codes for a domain of another account, an unknown domain and a stopped one.
  {
    code: /^(IllegalOperation|InvalidDomain\.(NotFound|Offline))$/i,
    example: 'InvalidDomain.NotFound',
    kind: 'not-own-domain',
    retry: 'never',
  },
  {
    code: /^OperationDenied\.Suspended$/i,
    example: 'OperationDenied.Suspended',
    kind: 'overdue',
    retry: 'never',
  },
  {
    code: /^OperationDenied(\.|$)/i,
    example: 'OperationDenied',
    kind: 'not-opened',
    retry: 'never',
  },
  {
    code: /^QuotaPerMinuteExceeded(\.|$)/i,
    example: 'QuotaPerMinuteExceeded.Refresh',
    kind: 'quota',
    retry: 'later',
  },
  {
    code: /^QuotaExceeded(\.|$)/i,
    example: 'QuotaExceeded.Refresh',
    kind: 'quota',
    retry: 'never',
  },
  {
    code: /^(Invalid(Api|Product)\.NotFound|NoSuchVersion)$/i,
    example: 'InvalidApi.NotFound',
    kind: 'wrong-endpoint',
    retry: 'never',
  },
  {
    code: /^(Missing|Invalid)\w|^UnsupportedHTTPMethod$/i,
    example: 'InvalidParameter',
    kind: 'bad-parameter',
    retry: 'never',
  },
  {
    code: /^Client\.(Transport|Timeout)$/i,
    example: 'Client.Transport',
    kind: 'transport',
    retry: 'later',
  },
  // The caller aborted the call.
  { code: /^Client\.Aborted$/i, example: 'Client.Aborted', kind: 'transport', retry: 'never' },
  {
    code: /^Client\.Unreadable$|^Http\.\d+$/i,
    example: 'Client.Unreadable',
    kind: 'unreadable',
    retry: 'never',
  },
];

/**
 * @param code A code of VOD, its gateway or this client.
 * @param status The HTTP status, which decides if the table does not have the code.
 * @returns What the code means.
 */
export function classify(code: string, status?: number): { kind: VodErrorKind; retry: Retry } {
  const row = ROWS.find((candidate) => candidate.code.test(code));
  if (row !== undefined) return { kind: row.kind, retry: row.retry };
  // The status still says something about a code that is not in the table.
  if (status === 429) return { kind: 'throttled', retry: 'later' };
  if (status !== undefined && status >= 500) return { kind: 'server', retry: 'later' };
  return { kind: 'unknown', retry: 'never' };
}
