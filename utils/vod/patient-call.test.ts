import { describe, expect, it } from 'vitest';
import { createVodClient, type VodClient } from './client.ts';
import { getImageInfos } from './operations/get-image-infos.ts';
import { patientCalls, readingPace } from './patient-call.ts';
import { Secret } from './secret.ts';

const QUESTION = getImageInfos(['0'.repeat(32)]);

const answer = () =>
  Response.json({ RequestId: 'R-1', ImageInfo: [], NonExistImageIds: ['0'.repeat(32)] });

const refusal = (status: number, Code: string, headers: Record<string, string> = {}) =>
  Response.json({ RequestId: 'R-1', Code, Message: 'No.' }, { status, headers });

const throttled = (headers?: Record<string, string>) => refusal(400, 'Throttling.User', headers);
const broken = (headers?: Record<string, string>) => refusal(503, 'ServiceUnAvailable', headers);

/** A client that reaches a VOD made up by the test. */
const clientBy = (fetch: typeof globalThis.fetch, timeoutMs?: number): VodClient =>
  createVodClient({
    endpoint: 'vod.cn-shanghai.aliyuncs.com',
    credentials: () => ({ accessKeyId: 'LTAI5tExample', accessKeySecret: new Secret('example') }),
    fetch,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });

/** Patient calls in simulated time, and when VOD, which answers by `by`, got each try. */
function simulated(by: (tried: number) => Response | Error) {
  let now = 0;
  const at: number[] = [];
  const sleep = async (ms: number) => {
    now += ms;
  };
  const client = clientBy(async () => {
    at.push(now);
    const reply = by(at.length);
    if (reply instanceof Error) throw reply;
    return reply;
  });
  const pace = readingPace({ now: () => now, sleep, random: () => 0 });
  const call = patientCalls({ pace, sleep });
  return { at, pace, ask: () => call(client, QUESTION) };
}

const gaps = (at: readonly number[]) => at.slice(1).map((time, index) => time - (at[index] ?? 0));

describe('a patient call', () => {
  it('is one of ten a second', async () => {
    const { at, ask } = simulated(answer);
    for (let call = 0; call < 11; call += 1) expect((await ask()).ok).toBe(true);
    expect(at[10]).toBeCloseTo(1000);
  });

  it('waits two minutes at most, however long VOD asks', async () => {
    const { at, ask } = simulated((tried) =>
      tried === 1 ? broken({ 'x-acs-retry-after': '86400000' }) : answer(),
    );
    expect((await ask()).ok).toBe(true);
    expect(at).toEqual([0, 120_000]);
  });

  it('is made again, up to three times in all, when VOD fails, and keeps its pace', async () => {
    const { at, pace, ask } = simulated(() => broken());
    expect(await ask()).toMatchObject({ ok: false, error: { kind: 'server' } });
    expect(at).toEqual([0, 500, 1500]);
    expect(pace.rate).toBe(10);
  });

  it('is made again when VOD is not reached', async () => {
    const { at, pace, ask } = simulated((tried) =>
      tried === 1 ? new TypeError('Failed to fetch') : answer(),
    );
    expect((await ask()).ok).toBe(true);
    expect(at).toEqual([0, 500]);
    expect(pace.rate).toBe(10);
  });

  it.each([
    ['throttled', throttled],
    ['failing', broken],
  ])('waits as long as VOD asks when it is %s', async (_, refuse) => {
    const { at, ask } = simulated((tried) =>
      tried === 1 ? refuse({ 'x-acs-retry-after': '7000' }) : answer(),
    );
    expect((await ask()).ok).toBe(true);
    expect(at).toEqual([0, 7000]);
  });

  it('waits longer after each refusal for rate where VOD does not say how long', async () => {
    const { at, ask } = simulated(() => throttled());
    expect(await ask()).toMatchObject({ ok: false, error: { kind: 'throttled' } });
    expect(at).toEqual([0, 500, 1500]);
  });

  it('is made again at once when only its nonce was refused', async () => {
    const { at, ask } = simulated((tried) =>
      tried === 1 ? refusal(400, 'SignatureNonceUsed') : answer(),
    );
    expect((await ask()).ok).toBe(true);
    expect(at).toEqual([0, 100]);
  });

  it('is not made again after a refusal that stays', async () => {
    const { at, ask } = simulated(() => refusal(403, 'Forbidden.RAM'));
    expect(await ask()).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(at).toEqual([0]);
  });

  it('is not made again after a timeout', async () => {
    let calls = 0;
    const client = clientBy((_, init) => {
      calls += 1;
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    }, 5);
    const found = await patientCalls()(client, QUESTION);
    expect(found).toMatchObject({ ok: false, error: { code: 'Client.Timeout' } });
    expect(calls).toBe(1);
  });

  it.each([
    ['throttled', throttled],
    ['failing', broken],
  ])('ends by its signal while it waits because it is %s', async (_, refuse) => {
    const stop = new AbortController();
    let calls = 0;
    const client = clientBy(async () => {
      calls += 1;
      setTimeout(() => stop.abort(), 20);
      return refuse({ 'x-acs-retry-after': '100000' });
    });
    const call = patientCalls({ signal: stop.signal });
    const ended = { ok: false, error: { code: 'Client.Aborted' } };
    expect(await call(client, QUESTION)).toMatchObject(ended);
    expect(await call(client, QUESTION)).toMatchObject(ended);
    expect(calls).toBe(1);
  });
});

describe('the pace of patient calls', () => {
  it('falls when VOD refuses a call for rate, and comes back', async () => {
    const { at, pace, ask } = simulated((tried) => (tried === 5 ? throttled() : answer()));
    for (let call = 0; call < 5; call += 1) await ask();
    expect(pace.rate).toBeLessThan(10);
    for (let call = 0; call < 95; call += 1) await ask();
    expect(pace.rate).toBe(10);
    for (const gap of gaps(at.slice(-10))) expect(gap).toBeCloseTo(100);
  });

  it('holds back every call that shares it', async () => {
    const { at, ask } = simulated((tried) =>
      tried === 1 ? throttled({ 'x-acs-retry-after': '3000' }) : answer(),
    );
    await ask();
    await ask();
    expect(at[1]).toBe(3000);
    expect(at[2]).toBeGreaterThan(3000);
  });

  it('rises by answers about single items too', async () => {
    const { pace, ask } = simulated((tried) =>
      tried === 1 ? throttled() : refusal(404, 'NoSuchResource'),
    );
    for (let call = 0; call < 100; call += 1) await ask();
    expect(pace.rate).toBe(10);
  });
});
