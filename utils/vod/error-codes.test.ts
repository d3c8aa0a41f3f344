import { describe, expect, it } from 'vitest';
import { classify, KINDS, ROWS } from './error-codes.ts';
import { mayHaveActed, retryOf } from './errors.ts';
import { DOCUMENTED_CODES } from './testing.ts';

describe('classify', () => {
  it.each([
    ['NoSuchResource', 'not-found', 'never'],
    ['InvalidVideo.NotFound', 'not-found', 'never'],
    ['Throttling', 'throttled', 'later'],
    ['Throttling.User', 'throttled', 'later'],
    ['Throttling.Api', 'throttled', 'later'],
    ['ServiceBusy', 'throttled', 'later'],
    ['InternalError', 'server', 'later'],
    ['ServiceUnAvailable', 'server', 'later'],
    ['ServiceUnavailable', 'server', 'later'],
    ['InvalidTimeStamp.Expired', 'clock', 'fresh'],
    ['InvalidTimeStamp.Format', 'clock', 'fresh'],
    ['SignatureNonceUsed', 'nonce-used', 'fresh'],
    ['InvalidAccessKeyId.NotFound', 'key-unknown', 'never'],
    ['InvalidAccessKeyId', 'key-unknown', 'never'],
    ['MissingAccessKeyId', 'key-unknown', 'never'],
    ['InvalidAccessKeyId.Inactive', 'key-disabled', 'never'],
    ['SignatureDoesNotMatch', 'signature', 'never'],
    ['IncompleteSignature', 'signature', 'never'],
    ['InvalidSecurityToken.Expired', 'token-expired', 'never'],
    ['InvalidSecurityToken.Malformed', 'token-invalid', 'never'],
    ['InvalidSecurityToken.MismatchWithAccessKey', 'token-invalid', 'never'],
    ['MissingSecurityToken', 'token-invalid', 'never'],
    ['Forbidden', 'forbidden', 'never'],
    ['Forbidden.RAM', 'forbidden', 'never'],
    ['NoPermission', 'forbidden', 'never'],
    ['Forbidden.IllegalStatus', 'bad-parameter', 'never'],
    ['OperationDenied', 'not-opened', 'never'],
    ['OperationDenied.Suspended', 'overdue', 'never'],
    ['QuotaExceeded.Refresh', 'quota', 'never'],
    ['QuotaPerMinuteExceeded.Refresh', 'quota', 'later'],
    ['InvalidApi.NotFound', 'wrong-endpoint', 'never'],
    ['InvalidProduct.NotFound', 'wrong-endpoint', 'never'],
    ['NoSuchVersion', 'wrong-endpoint', 'never'],
    ['MissingParameter', 'bad-parameter', 'never'],
    ['MissingImageIds', 'bad-parameter', 'never'],
    ['InvalidParameter', 'bad-parameter', 'never'],
    ['InvalidParameter.Format', 'bad-parameter', 'never'],
    ['InvalidObjectPath.Malformed', 'bad-parameter', 'never'],
    ['InvalidDomain.NotFound', 'not-own-domain', 'never'],
    ['InvalidDomain.Offline', 'not-own-domain', 'never'],
    ['IllegalOperation', 'not-own-domain', 'never'],
    ['UnsupportedHTTPMethod', 'bad-parameter', 'never'],
    ['Client.Transport', 'transport', 'later'],
    ['Client.Timeout', 'transport', 'later'],
    ['Client.Aborted', 'transport', 'never'],
    ['Client.Unreadable', 'unreadable', 'never'],
    ['Client.Key', 'key-unknown', 'never'],
    ['Client.Secret', 'signature', 'never'],
    ['Client.Token', 'token-invalid', 'never'],
    ['Http.502', 'server', 'later'],
    ['Http.429', 'throttled', 'later'],
    ['Http.403', 'unreadable', 'never'],
    ['SomethingNew', 'unknown', 'never'],
  ])('takes %s for %s, retried %s', (code, kind, retry) => {
    for (const spelt of [code, code.toUpperCase(), code.toLowerCase()]) {
      expect(classify(spelt)).toEqual({ kind, retry });
    }
  });

  it.each(DOCUMENTED_CODES)('knows the documented %s for %s', (code, kind) => {
    expect(classify(code).kind).toBe(kind);
  });

  it('judges a new code by its status', () => {
    expect(classify('SomethingNew', 503)).toEqual({ kind: 'server', retry: 'later' });
    expect(classify('SomethingNew', 429)).toEqual({ kind: 'throttled', retry: 'later' });
    expect(classify('SomethingNew', 400)).toEqual({ kind: 'unknown', retry: 'never' });
    expect(retryOf({ code: 'SomethingNew', status: 500 })).toBe('later');
  });
});

describe('the table of codes', () => {
  it.each(ROWS)('has a row for $example that no earlier one hides', ({ example, kind, retry }) => {
    expect(ROWS.find(({ code }) => code.test(example))?.example).toBe(example);
    expect(classify(example)).toEqual({ kind, retry });
  });

  it('has a row for every kind but that of the unknown', () => {
    const kinds = new Set(ROWS.map(({ kind }) => kind));
    expect(Object.keys(KINDS).filter((kind) => !kinds.has(kind as keyof typeof KINDS))).toEqual([
      'unknown',
    ]);
  });
});

describe('mayHaveActed', () => {
  it('is true where the answer leaves it open', () => {
    expect(mayHaveActed({ kind: 'transport', reached: 'maybe' })).toBe(true);
    expect(mayHaveActed({ kind: 'transport', reached: 'no' })).toBe(false);
    expect(mayHaveActed({ kind: 'server', reached: 'yes' })).toBe(true);
    expect(mayHaveActed({ kind: 'nonce-used', reached: 'yes' })).toBe(true);
    expect(mayHaveActed({ kind: 'unreadable', reached: 'yes' })).toBe(true);
    expect(mayHaveActed({ kind: 'forbidden', reached: 'yes' })).toBe(false);
    expect(mayHaveActed({ kind: 'throttled', reached: 'yes' })).toBe(false);
    expect(mayHaveActed({ kind: 'not-found', reached: 'yes' })).toBe(false);
  });

  it('believes a refusal whose code is new', () => {
    const unknown = { kind: 'unknown', reached: 'yes' } as const;
    expect(mayHaveActed({ ...unknown, status: 400 })).toBe(false);
    expect(mayHaveActed({ ...unknown, status: 499 })).toBe(false);
    expect(mayHaveActed(unknown)).toBe(true);
    expect(mayHaveActed({ ...unknown, status: 200 })).toBe(true);
    expect(mayHaveActed({ ...unknown, status: 500 })).toBe(true);
  });
});
