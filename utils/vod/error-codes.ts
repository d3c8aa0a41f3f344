/** What an error means for the person and the job; the interface has the words. */
export type VodErrorKind =
  | 'not-found'
  | 'throttled'
  | 'server'
  | 'transport'
  | 'clock'
  | 'nonce-used'
  | 'key-unknown'
  | 'key-disabled'
  | 'signature'
  | 'token-expired'
  | 'token-invalid'
  | 'forbidden'
  | 'not-own-domain'
  | 'not-opened'
  | 'overdue'
  | 'bad-parameter'
  | 'wrong-endpoint'
  | 'unreadable'
  | 'quota'
  | 'unknown';

/** Whether to try again: never; at once, since a new nonce and time cure it; or later. */
export type Retry = 'never' | 'fresh' | 'later';

interface Row {
  readonly code: RegExp;
  readonly kind: VodErrorKind;
  readonly retry: Retry;
}

// First match wins, so the exact rows stand before the families; VOD writes ServiceUnAvailable, so letter case is ignored.
// https://www.alibabacloud.com/help/en/vod/api-reference-error-codes and, for the gateway's own,
// https://www.alibabacloud.com/help/en/polardb/client-error-codes
const ROWS: readonly Row[] = [
  { code: /^(NoSuchResource|InvalidVideo\.NotFound)$/i, kind: 'not-found', retry: 'never' },
  { code: /Throttling|^(ServiceBusy|Http\.429)$/i, kind: 'throttled', retry: 'later' },
  {
    code: /^(InternalError|ServiceUnavailable|SystemError|UnknownError)(\.|$)|^Http\.5\d\d$/i,
    kind: 'server',
    retry: 'later',
  },
  { code: /^(InvalidTimeStamp|IllegalTimeStamp)(\.|$)/i, kind: 'clock', retry: 'fresh' },
  { code: /^SignatureNonceUsed$/i, kind: 'nonce-used', retry: 'fresh' },
  { code: /^InvalidAccessKeyId\.Inactive$/i, kind: 'key-disabled', retry: 'never' },
  {
    code: /^(Invalid|Missing)AccessKeyId(\.|$)|^Client\.Key$/i,
    kind: 'key-unknown',
    retry: 'never',
  },
  {
    code: /^(SignatureDoesNotMatch|IncompleteSignature|InvalidSignature|Client\.Secret)(\.|$)/i,
    kind: 'signature',
    retry: 'never',
  },
  { code: /^InvalidSecurityToken\.Expired$/i, kind: 'token-expired', retry: 'never' },
  {
    code: /^(Invalid|Missing)SecurityToken(\.|$)|^Client\.Token$/i,
    kind: 'token-invalid',
    retry: 'never',
  },
  // The video's state forbids it, not the key.
  { code: /^Forbidden\.IllegalStatus$/i, kind: 'bad-parameter', retry: 'never' },
  { code: /^(Forbidden|NoPermission)(\.|$)/i, kind: 'forbidden', retry: 'never' },
  // The CDN's word for a domain of another account, beside those for an unknown and a stopped one.
  {
    code: /^(IllegalOperation|InvalidDomain\.(NotFound|Offline))$/i,
    kind: 'not-own-domain',
    retry: 'never',
  },
  { code: /^OperationDenied\.Suspended$/i, kind: 'overdue', retry: 'never' },
  { code: /^OperationDenied(\.|$)/i, kind: 'not-opened', retry: 'never' },
  { code: /^QuotaPerMinuteExceeded(\.|$)/i, kind: 'quota', retry: 'later' },
  { code: /^QuotaExceeded(\.|$)/i, kind: 'quota', retry: 'never' },
  {
    code: /^(Invalid(Api|Product)\.NotFound|NoSuchVersion)$/i,
    kind: 'wrong-endpoint',
    retry: 'never',
  },
  { code: /^(Missing|Invalid)\w|^UnsupportedHTTPMethod$/i, kind: 'bad-parameter', retry: 'never' },
  { code: /^Client\.(Transport|Timeout)$/i, kind: 'transport', retry: 'later' },
  // The caller itself gave up.
  { code: /^Client\.Aborted$/i, kind: 'transport', retry: 'never' },
  { code: /^Client\.Unreadable$|^Http\.\d+$/i, kind: 'unreadable', retry: 'never' },
];

/** Takes a code of VOD, its gateway or this client, and the HTTP status; gives what it means. */
export function classify(code: string, status?: number): { kind: VodErrorKind; retry: Retry } {
  const row = ROWS.find((candidate) => candidate.code.test(code));
  if (row !== undefined) return { kind: row.kind, retry: row.retry };
  // A code the table does not know still came with a status that says something.
  if (status === 429) return { kind: 'throttled', retry: 'later' };
  if (status !== undefined && status >= 500) return { kind: 'server', retry: 'later' };
  return { kind: 'unknown', retry: 'never' };
}
