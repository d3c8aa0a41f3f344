import type { VodErrorKind } from './error-codes.ts';

/**
 * Every documented error code of VOD, its gateway and its CDN, with its kind here.
 * https://www.alibabacloud.com/help/en/vod/api-reference-error-codes,
 * https://www.alibabacloud.com/help/en/vod/api-refreshvodobjectcaches,
 * https://www.alibabacloud.com/help/en/polardb/client-error-codes
 */
export const DOCUMENTED_CODES: readonly (readonly [code: string, kind: VodErrorKind])[] = [
  // VOD
  ['MissingParameter', 'bad-parameter'],
  ['InvalidParameter', 'bad-parameter'],
  ['OperationDenied', 'not-opened'],
  ['OperationDenied.Suspended', 'overdue'],
  ['Forbidden', 'forbidden'],
  ['InternalError', 'server'],
  ['ServiceUnAvailable', 'server'],
  ['Throttling', 'throttled'],
  ['NoSuchResource', 'not-found'],
  // The gateway
  ['Throttling.User', 'throttled'],
  ['Throttling.Api', 'throttled'],
  ['SignatureDoesNotMatch', 'signature'],
  ['IncompleteSignature', 'signature'],
  ['InvalidAccessKeyId.NotFound', 'key-unknown'],
  ['InvalidAccessKeyId.Inactive', 'key-disabled'],
  ['InvalidTimeStamp.Expired', 'clock'],
  ['InvalidTimeStamp.Format', 'clock'],
  ['SignatureNonceUsed', 'nonce-used'],
  ['InvalidSecurityToken.Expired', 'token-expired'],
  ['InvalidSecurityToken.Malformed', 'token-invalid'],
  ['InvalidSecurityToken.MismatchWithAccessKey', 'token-invalid'],
  ['MissingSecurityToken', 'token-invalid'],
  ['Forbidden.RAM', 'forbidden'],
  ['NoPermission', 'forbidden'],
  ['UnsupportedHTTPMethod', 'bad-parameter'],
  ['MissingImageIds', 'bad-parameter'],
  ['InvalidImageIds', 'bad-parameter'],
  ['InvalidParameter.Format', 'bad-parameter'],
  ['InvalidApi.NotFound', 'wrong-endpoint'],
  ['InvalidProduct.NotFound', 'wrong-endpoint'],
  ['NoSuchVersion', 'wrong-endpoint'],
  // The CDN
  ['QuotaExceeded.Refresh', 'quota'],
  ['QuotaPerMinuteExceeded.Refresh', 'quota'],
  ['InvalidObjectPath.Malformed', 'bad-parameter'],
  ['InvalidObjectType.ValueNotSupported', 'bad-parameter'],
  ['InvalidExtensiveDomain.ValueNotSupported', 'bad-parameter'],
  ['InvalidDomain.NotFound', 'not-own-domain'],
  ['InvalidDomain.Offline', 'not-own-domain'],
  ['IllegalOperation', 'not-own-domain'],
  ['ServiceBusy', 'throttled'],
  ['InvalidTaskId.Malformed', 'bad-parameter'],
  // ListSnapshots
  ['InvalidVideo.NotFound', 'not-found'],
  ['Forbidden.IllegalStatus', 'bad-parameter'],
];
