import type { VodAnswer, VodClient } from '../vod/client.ts';
import { factsOf, type KindFacts, type VodErrorKind } from '../vod/error-codes.ts';
import type { VodError } from '../vod/errors.ts';
import type { Operation, OperationFacts } from '../vod/operations/operation.ts';
import { OPERATIONS, type RamAction, ramActionOf } from '../vod/operations/table.ts';
import { type AccountClients, type PatientCall, patientCalls } from '../vod/patient-call.ts';
import { ACTIONS, type AccountTest, type Answer } from './results.ts';

export interface TestOptions {
  /** Whether the credentials hold an STS token. */
  readonly hasToken: boolean;
  /** The time, in milliseconds since 1970. */
  readonly now?: () => number;
  readonly call?: PatientCall;
}

interface Probe {
  readonly action: RamAction;
  readonly operation: Operation<unknown>;
  readonly inShanghai: boolean;
}

/** One call for each action whose right can be tested without changing anything. */
const PROBES: readonly Probe[] = OPERATIONS.flatMap((facts) => {
  const { probe, onlyIn }: OperationFacts = facts;
  if (probe === undefined) return [];
  return [{ action: ramActionOf(facts), operation: probe(), inShanghai: onlyIn === 'cn-shanghai' }];
});

/** How far a call's time may be off. https://www.alibabacloud.com/help/en/polardb/client-error-codes */
const WINDOW_MS = 15 * 60_000;

/**
 * Finds out what an account's key may do by signed calls that change nothing; see {@link PROBES}.
 * @param clients New clients, since their first answers measure the clock.
 * @returns What was found, and the first error that kept a right unknown. A right that RAM refuses
 *   is known.
 * @throws What a client throws when it has no credentials.
 */
export async function testAccount(
  clients: AccountClients,
  options: TestOptions,
): Promise<AccountTest> {
  const { now = Date.now, call = patientCalls() } = options;
  const at = now();
  const found = new Map<RamAction, Answer>();
  const answers: VodAnswer<unknown>[] = [];
  const silent = new Set<VodClient>();
  let ownAnswered: Answer = 'not-known';
  let measured: VodClient | undefined;
  let fault: VodError | undefined;

  for (const { action, operation, inShanghai } of PROBES) {
    const client = inShanghai ? clients.shanghai : clients.own;
    if (silent.has(client)) continue;
    const answer = await call(client, operation);
    answers.push(answer);
    const told = rightOf(answer);
    found.set(action, told);
    if (fault === undefined && told === 'not-known' && !answer.ok) fault = answer.error;
    const answered = answeredByVod(answer);
    if (client === clients.own && ownAnswered !== 'yes') ownAnswered = answered;
    if (answered === 'yes') measured ??= client;
    if (answered === 'no') silent.add(client);
    if (!answer.ok && refusesAll(answer.error)) break;
  }

  const skewMs = measured?.clockOffsetMs;
  return {
    at,
    checks: {
      reachable: ownAnswered,
      clock: clockOf(answers, skewMs),
      key: checkOf(answers, ({ wrong }) => wrong === 'key', ['signature']),
      signature: checkOf(answers, (_facts, kind) => kind === 'signature'),
      ...(options.hasToken && { token: checkOf(answers, ({ wrong }) => wrong === 'token') }),
    },
    actions: actionsOf(found),
    ...(skewMs !== undefined && { skewMs }),
    ...(fault !== undefined && { fault: faultOf(fault) }),
  };
}

/** @returns The result without credentials: nothing was asked, so nothing is known. */
export function untested(why: NonNullable<AccountTest['noKey']>, at = Date.now()): AccountTest {
  const nothing = 'not-known' as const;
  return {
    at,
    checks: { reachable: nothing, clock: nothing, key: nothing, signature: nothing },
    actions: actionsOf(new Map()),
    noKey: why,
  };
}

/** `not-found` proves the right. An error about parameters does not: VOD may check them first. */
function rightOf(answer: VodAnswer<unknown>): Answer {
  if (answer.ok || answer.error.kind === 'not-found') return 'yes';
  return answer.error.kind === 'forbidden' ? 'no' : 'not-known';
}

/** A proxy or a sign-in page may answer too. VOD's answers have a RequestId or a code of VOD. */
function answeredByVod(answer: VodAnswer<unknown>): Answer {
  if (answer.ok || answer.error.requestId !== undefined) return 'yes';
  const { code, reached } = answer.error;
  if (!/^(?:Client|Http)\./.test(code)) return 'yes';
  return reached === 'no' ? 'not-known' : 'no';
}

/** @returns Whether every other call would get this error too, so that no more calls are made. */
function refusesAll({ kind }: VodError): boolean {
  return factsOf(kind).refuses === 'account';
}

function checkOf(
  answers: readonly VodAnswer<unknown>[],
  isWrong: (facts: KindFacts, kind: VodErrorKind) => boolean,
  alsoRight: readonly VodErrorKind[] = [],
): Answer {
  const kinds = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.kind]));
  if (kinds.some((kind) => isWrong(factsOf(kind), kind))) return 'no';
  const right =
    answers.some(({ ok }) => ok) ||
    kinds.some((kind) => factsOf(kind).knowsCaller === true || alsoRight.includes(kind));
  return right ? 'yes' : 'not-known';
}

function clockOf(answers: readonly VodAnswer<unknown>[], skewMs: number | undefined): Answer {
  if (answers.some((answer) => !answer.ok && answer.error.kind === 'clock')) return 'no';
  if (skewMs === undefined) return 'not-known';
  return Math.abs(skewMs) <= WINDOW_MS ? 'yes' : 'no';
}

function actionsOf(found: ReadonlyMap<RamAction, Answer>): AccountTest['actions'] {
  const rows = ACTIONS.map((action) => [action, found.get(action) ?? 'not-known'] as const);
  return Object.fromEntries(rows) as Record<RamAction, Answer>;
}

function faultOf(error: VodError): NonNullable<AccountTest['fault']> {
  const { kind, code, message, requestId } = error;
  return { kind, code, message, ...(requestId !== undefined && { requestId }) };
}
