import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { errors, isErrorCode } from '../../sandbox/vod/errors.ts';
import { carryOut, journal, planOfAddresses, SUCCESS } from '../../tests/drive/vod/scripted.ts';
import { classify, factsOf, ROWS, type VodErrorKind } from '../vod/error-codes.ts';
import { DOCUMENTED_CODES } from '../vod/testing.ts';
import type { Obstacle } from './job-tools.ts';
import type { Outcome } from './outcome.ts';

/** What a job of four addresses in one call does with an error that comes again and again. */
interface Expected {
  /** The outcome of every target, if they have one. */
  readonly ends?: Outcome;
  /** The pause, if there is one. */
  readonly pause?: Obstacle['pause'];
  /** How many addresses the calls name. */
  readonly calls: readonly number[];
  /** The outcome of every target when the error came once and VOD carried out what came then. */
  readonly afterOnce: Outcome | 'paused';
}

const times = (count: number): number[] => Array(count).fill(4);
const HALVED = [4, 2, 1, 1, 2, 1, 1];

const refused = { pause: 'refused', calls: [4], afterOnce: 'paused' } as const;
const oneItems = { ends: 'failed', calls: HALVED, afterOnce: 'deleted' } as const;

const EXPECTED: Readonly<Partial<Record<VodErrorKind, Expected>>> = {
  'not-found': { ends: 'already-gone', calls: HALVED, afterOnce: 'deleted' },
  'bad-parameter': oneItems,
  'not-own-domain': oneItems,
  throttled: { pause: 'throttled', calls: times(40), afterOnce: 'deleted' },
  server: { pause: 'unreachable', calls: times(5), afterOnce: 'deleted' },
  clock: { pause: 'refused', calls: times(5), afterOnce: 'deleted' },
  // The call may have come to VOD twice, and the first may have deleted.
  'nonce-used': { ends: 'unknown', calls: times(5), afterOnce: 'deleted' },
  'key-unknown': refused,
  'key-disabled': refused,
  signature: refused,
  'token-expired': refused,
  'token-invalid': refused,
  forbidden: refused,
  'not-opened': refused,
  overdue: refused,
  'wrong-endpoint': refused,
  quota: { ends: 'failed', calls: [4], afterOnce: 'failed' },
  unknown: { ends: 'failed', calls: [4], afterOnce: 'failed' },
};

/** Where a code means another than its kind. */
const EXPECTED_OF: Readonly<Record<string, Expected>> = {
  'QuotaPerMinuteExceeded.Refresh': { ends: 'failed', calls: times(5), afterOnce: 'deleted' },
};

/** A kind without a line of its own, which is never tried again, is met as its facts say. */
const BY_FACTS = {
  item: oneItems,
  call: { ends: 'failed', calls: [4], afterOnce: 'failed' },
  action: refused,
  account: refused,
} as const;

function expectedOf(code: string, kind: VodErrorKind): Expected {
  const own = EXPECTED_OF[code] ?? EXPECTED[kind];
  if (own !== undefined) return own;
  const { refuses } = factsOf(kind);
  if (refuses === 'way' || classify(code).retry !== 'never') {
    throw new Error(`EXPECTED has no line for the kind ${kind}`);
  }
  return BY_FACTS[refuses];
}

const documented = new Set<string>(DOCUMENTED_CODES.map(([, kind]) => kind));

/** VOD's codes, one that nobody knows, and one of each kind that no documented code comes to. */
const CODES: readonly (readonly [code: string, kind: VodErrorKind])[] = [
  ...DOCUMENTED_CODES,
  ['NewSinceThen.NobodyKnows', 'unknown'],
  ...ROWS.filter(
    ({ kind, example }) => !documented.has(kind) && !example.startsWith('Client.'),
  ).map(({ kind, example }) => [example, kind] as const),
];

const BODIES = {
  JSON: (code: string) => JSON.stringify({ RequestId: 'R-1', Code: code, Message: 'No.' }),
  XML: (code: string) =>
    `<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>R-1</RequestId><Code>${code}</Code><Message>No.</Message></Error>`,
};

const statusOf = (code: string) => (isErrorCode(code) ? errors[code].status : 400);

describe.each(Object.entries(BODIES))('an error in %s', (_format, bodyOf) => {
  it.each(CODES)('%s is handled as %s', async (code, kind) => {
    if (kind === 'transport' || kind === 'unreadable') throw new Error('VOD answers no such code');
    const expected = expectedOf(code, kind);
    const refusal = () => new Response(bodyOf(code), { status: statusOf(code) });

    const plan = planOfAddresses(4);
    const again = await carryOut(plan, async () => refusal());
    expect(again.obstacle?.pause).toBe(expected.pause);
    expect(again.obstacle?.reason.code).toBe(expected.pause && code);
    expect(again.sizes).toEqual(expected.calls);
    expect(again.outcomes.map(({ outcome }) => outcome)).toEqual(
      expected.ends === undefined ? [] : Array(4).fill(expected.ends),
    );
    for (const { reason, requestId } of again.outcomes) {
      expect([reason?.code, requestId]).toEqual([code, 'R-1']);
    }
    for (const { answeredAt } of await journal.sends(plan.id)) expect(answeredAt).toBeDefined();

    let calls = 0;
    const once: typeof fetch = async () => (calls++ === 0 ? refusal() : new Response(SUCCESS));
    const other = planOfAddresses(4);
    const first = await carryOut(other, once);
    const pauses = expected.afterOnce === 'paused';
    if (pauses) expect(first.outcomes).toEqual([]);
    const { outcomes } = pauses ? await carryOut(other, once) : first;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(
      Array(4).fill(pauses ? 'deleted' : expected.afterOnce),
    );
  });
});
