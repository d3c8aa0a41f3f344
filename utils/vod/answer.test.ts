import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';
import { deleteImageById } from './operations/delete-image.ts';
import { getImageInfos } from './operations/get-image-infos.ts';

const OPERATION = deleteImageById(['93ab850b4f6f44eab54b6e91d24d81d4']);

function read(status: number, text: string, headers: Record<string, string> = {}) {
  return readAnswer(OPERATION, { status, headers: new Headers(headers), text }, ['LTAIfakeKeyId']);
}

describe('a success', () => {
  it('needs a RequestId', () => {
    expect(read(200, '{"RequestId":"25818875-5F78-4A13-BEF6-D7393642CA58"}')).toEqual({
      ok: true,
      value: undefined,
      requestId: '25818875-5F78-4A13-BEF6-D7393642CA58',
    });
    expect(read(200, '{"requestId":"r-1","Code":"OK"}')).toMatchObject({ ok: true });
    expect(
      read(200, '<DeleteImageResponse><RequestId>r-1</RequestId></DeleteImageResponse>'),
    ).toEqual({ ok: true, value: undefined, requestId: 'r-1' });
  });

  it.each([
    '',
    '{}',
    '{"RequestId":"25818875-5F78',
    '{"RequestId":""}',
    '{"RequestId":{}}',
    '[]',
    'null',
    '"r-1"',
    '<html><RequestId>r-1</RequestId></html>',
  ])('is not believed when it says %j', (text) => {
    expect(read(200, text)).toMatchObject({
      ok: false,
      error: { kind: 'unreadable', code: 'Client.Unreadable', reached: 'yes', status: 200 },
    });
  });

  it('with an error code is an error', () => {
    expect(read(200, '{"RequestId":"r-1","Code":"Forbidden"}')).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', requestId: 'r-1' },
    });
  });

  it.each([
    '"Code":"Not allowed: policy"',
    '"code":"拒绝"',
    '"CODE":{"a":1}',
    '"Code":false',
    '"Code":"OK","code":"Not allowed"',
    `"Code":"${'x'.repeat(101)}"`,
  ])('is not believed with %s, which is no code', (code) => {
    expect(read(200, `{${code},"RequestId":"R-1"}`)).toMatchObject({
      ok: false,
      error: { code: 'Client.Unreadable', kind: 'unreadable', reached: 'yes', requestId: 'R-1' },
    });
  });

  it('may have an empty code, and not a refusal beside its own', () => {
    expect(read(200, '{"Code":"","code":null,"RequestId":"R-1"}')).toMatchObject({ ok: true });
    expect(read(200, '{"Code":"OK","code":"Forbidden","RequestId":"R-1"}')).toMatchObject({
      error: { kind: 'forbidden' },
    });
    expect(read(200, '<R><code>Not allowed</code><RequestId>R-1</RequestId></R>')).toMatchObject({
      error: { code: 'Client.Unreadable' },
    });
  });

  it('that the operation does not understand is an error with its RequestId', () => {
    const raw = { status: 200, headers: new Headers(), text: '{"RequestId":"r-1"}' };
    expect(readAnswer(getImageInfos(['a']), raw, [])).toMatchObject({
      ok: false,
      error: { kind: 'unreadable', reached: 'yes', requestId: 'r-1' },
    });
  });
});

describe('an error', () => {
  const whole = {
    ok: false,
    error: {
      code: 'NoSuchResource',
      kind: 'not-found',
      status: 404,
      requestId: 'r-1',
      message: 'The specified resource does not exist.',
      reached: 'yes',
    },
  };

  it('is read from JSON in any order and letter case', () => {
    const message = 'The specified resource does not exist.';
    const fields = { Recommend: 'https://a.example/?q=1', HostId: 'vod.x', Message: message };
    const text = JSON.stringify({ ...fields, RequestId: 'r-1', Code: 'NoSuchResource' });
    expect(read(404, text)).toEqual(whole);
    const twins = JSON.stringify({ code: 'NoSuchResource', requestId: 'r-1', message });
    expect(read(404, twins)).toEqual(whole);
  });

  it('is read from XML', () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?><Error><RequestId>r-1</RequestId><HostId>vod.x</HostId>' +
      '<Code>NoSuchResource</Code><Message>The specified resource does not exist.</Message></Error>';
    expect(read(404, text)).toEqual(whole);
  });

  it('without a code is judged by its status', () => {
    const html = '<html><body><h1>502 Bad Gateway</h1></body></html>';
    expect(read(502, html)).toEqual({
      ok: false,
      error: { code: 'Http.502', kind: 'server', status: 502, message: '', reached: 'maybe' },
    });
    expect(read(503, '', { 'x-acs-request-id': 'r-2' })).toMatchObject({
      error: { kind: 'server', requestId: 'r-2' },
    });
    expect(read(403, html)).toMatchObject({ error: { code: 'Http.403', kind: 'unreadable' } });
    expect(read(400, '{"RequestId":"r-1","Code":"<b>"}')).toMatchObject({
      error: { code: 'Http.400', kind: 'unreadable', reached: 'yes' },
    });
  });

  it('tells how long to wait', () => {
    const text = '{"Code":"Throttling.User","RequestId":"r-1"}';
    const waits = (headers: Record<string, string>) => {
      const answer = read(400, text, headers);
      return answer.ok ? undefined : answer.error.retryAfterMs;
    };
    expect(waits({ 'x-acs-retry-after': '1500', 'retry-after': '9' })).toBe(1500);
    expect(waits({ 'retry-after': '2' })).toBe(2000);
    expect(waits({ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).toBeUndefined();
    expect(waits({ 'x-acs-retry-after': '-1' })).toBeUndefined();
    expect(waits({ 'x-acs-retry-after': 'NaN', 'retry-after': '2' })).toBe(2000);
  });

  it('never makes anyone wait for more than two minutes', () => {
    const wait = (headers: Record<string, string>) =>
      read(429, '', headers) as { error?: { retryAfterMs?: number } };
    for (const header of ['x-acs-retry-after', 'retry-after']) {
      for (const long of ['999999999', '9'.repeat(400)]) {
        expect(wait({ [header]: long }).error?.retryAfterMs).toBe(120_000);
      }
    }
    expect(wait({ 'retry-after': '120' }).error?.retryAfterMs).toBe(120_000);
    expect(wait({ 'retry-after': '119' }).error?.retryAfterMs).toBe(119_000);
  });

  it('never shows the key id, and any text gives a value', () => {
    const piece = fc.constantFrom('{', '}', '"Code":', '"Message":', '"LTAIfakeKeyId"', ',', '<a>');
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(piece).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), body, (status, text) => {
        expect(JSON.stringify(read(status, text))).not.toContain('LTAIfakeKeyId');
      }),
    );
    const echo = JSON.stringify({
      Code: 'InvalidAccessKeyId.NotFound',
      Message: 'no LTAIfakeKeyId',
    });
    expect(read(404, echo)).toMatchObject({ error: { kind: 'key-unknown', message: 'no …' } });
  });
});
