import { sleep } from '../async/sleep.ts';
import type { Plan } from '../plan/plan.ts';
import { type Reason, reasonOf } from '../plan/reason.ts';
import { pictureOf } from '../plan/target.ts';
import { bareAddress } from '../spotting/shapes.ts';
import { isOwnHost } from '../spotting/standing.ts';
import type { VodClient } from '../vod/client.ts';
import { retryOf } from '../vod/errors.ts';
import {
  describeRefreshQuota,
  type RefreshQuota,
} from '../vod/operations/describe-refresh-quota.ts';
import {
  describeRefreshTasks,
  type RefreshTask,
  TASKS_PAGE,
} from '../vod/operations/describe-refresh-tasks.ts';
import { refreshObjectCaches } from '../vod/operations/refresh-object-caches.ts';
import { type PatientCall, patientCalls } from '../vod/patient-call.ts';
import type { Proofs, Purge } from './proofs.ts';

/** Addresses are part of the request line, whose length is limited, as with DeleteImage. */
const ADDRESSES_PER_CALL = 40;

const FOLLOW_EVERY_MS = 10_000;

/** A refresh takes five to six minutes: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-refreshobjectcaches */
const FOLLOWED_FOR_MS = 20 * 60_000;

export interface PurgeTools {
  readonly proofs: Proofs;
  /** For Shanghai, the only region that purges, whatever the account's region. */
  readonly client: VodClient;
  readonly call?: PatientCall;
}

/**
 * @returns The addresses that the account's CDN may have copies of, each once: those of the plan,
 *   and those that VOD returned for its ids. A bucket has no CDN, so its addresses are left out.
 */
export function purgeable(plan: Plan, ownDomains: readonly string[]): readonly string[] {
  const addresses = plan.targets
    .map((target) => pictureOf(target))
    .filter((address) => address !== undefined)
    .map(bareAddress)
    .filter((address) => {
      const { host } = new URL(address);
      return isOwnHost(host, ownDomains) && !host.endsWith('.aliyuncs.com');
    });
  return [...new Set(addresses)];
}

/** @returns The rest of the day's quota, or why VOD did not say it. */
export async function refreshQuota({
  client,
  call = patientCalls(),
}: Omit<PurgeTools, 'proofs'>): Promise<RefreshQuota | Reason> {
  const answer = await call(client, describeRefreshQuota());
  return answer.ok ? answer.value : reasonOf(answer.error);
}

/**
 * Purges the CDN's copies of these addresses, whatever their signatures, 40 addresses a call. Each
 * call is stored before it is sent. Stops at the first refusal.
 */
export async function purge(
  { id: jobId, accountId }: Pick<Plan, 'id' | 'accountId'>,
  addresses: readonly string[],
  { proofs, client, call = patientCalls() }: PurgeTools,
): Promise<void> {
  for (let from = 0; from < addresses.length; from += ADDRESSES_PER_CALL) {
    const sent: Purge = {
      id: crypto.randomUUID(),
      jobId,
      accountId,
      sentAt: Date.now(),
      addresses: addresses.slice(from, from + ADDRESSES_PER_CALL),
      state: 'sent',
    };
    await proofs.purge(sent);
    // A repeated refresh costs only quota, so the call may be retried.
    const answer = await call(client, refreshObjectCaches(sent.addresses, 'IgnoreParams'));
    if (!answer.ok) {
      await proofs.purge({ ...sent, state: 'failed', reason: reasonOf(answer.error) });
      return;
    }
    await proofs.purge({ ...sent, state: 'refreshing', taskIds: answer.value, percent: 0 });
  }
}

/**
 * Follows purges until VOD says that they completed or failed, for twenty minutes at most.
 * @param everyMs Milliseconds between two questions.
 */
export async function followPurges(
  open: readonly Purge[],
  { proofs, client, call = patientCalls() }: PurgeTools,
  everyMs = FOLLOW_EVERY_MS,
): Promise<void> {
  let left = open;
  while (left.length > 0) {
    const still: Purge[] = [];
    for (const one of left) {
      const now = await lookAt(one, client, call);
      await proofs.purge(now);
      if (now.state === 'refreshing') still.push(now);
    }
    left = still;
    if (left.length > 0) await sleep(everyMs);
  }
}

/** @returns The purge with its present state. */
async function lookAt(purge: Purge, client: VodClient, call: PatientCall): Promise<Purge> {
  // VOD never answered the call, so there is no task to ask about.
  if (purge.taskIds === undefined)
    return { ...purge, state: 'failed', reason: { kind: 'transport' } };
  if (Date.now() - purge.sentAt > FOLLOWED_FOR_MS) return { ...purge, state: 'failed' };
  const tasks: RefreshTask[] = [];
  for (const taskId of purge.taskIds) {
    const asked = describeRefreshTasks({ taskId, page: 1, pageSize: TASKS_PAGE });
    const answer = await call(client, asked);
    if (!answer.ok) {
      const reason = reasonOf(answer.error);
      return { ...purge, reason, ...(retryOf(answer.error) === 'never' && { state: 'failed' }) };
    }
    tasks.push(...answer.value.tasks);
  }
  const failed = tasks.find(({ status }) => status === 'failed');
  if (failed !== undefined) {
    const message = failed.description;
    return { ...purge, state: 'failed', reason: { kind: 'unknown', ...(message && { message }) } };
  }
  const done = tasks.length > 0 && tasks.every(({ status }) => status === 'complete');
  if (done) return { ...purge, state: 'complete', percent: 100 };
  const percents = tasks.map(({ percent }) => percent ?? 0);
  const percent = percents.length === 0 ? 0 : Math.min(...percents);
  return { ...purge, state: 'refreshing', percent };
}
