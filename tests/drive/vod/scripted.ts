import { NEW_ACCOUNT } from '../../../utils/accounts/account.ts';
import type { Item } from '../../../utils/collection/item.ts';
import { runJob } from '../../../utils/job/job.ts';
import type { Obstacle } from '../../../utils/job/job-tools.ts';
import { Journal } from '../../../utils/job/journal.ts';
import type { TargetOutcome } from '../../../utils/job/outcome.ts';
import { draftPlan } from '../../../utils/plan/draft.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import { createVodClient } from '../../../utils/vod/client.ts';
import { Pace } from '../../../utils/vod/pace.ts';
import { Secret } from '../../../utils/vod/secret.ts';

const HOST = 'vod.acme.example';

/** @returns A plan that deletes some addresses. */
export function planOfAddresses(count: number): Plan {
  const items = Array.from({ length: count }, (_, index): Item => {
    const name = index.toString(16).toUpperCase().padStart(32, '0');
    const address = `https://${HOST}/image/default/${name}-6-2.png`;
    return {
      key: address,
      kind: 'image',
      certainty: 'strict',
      standing: 'mine',
      addresses: [address],
      carriers: [],
    };
  });
  const account = { ...NEW_ACCOUNT, id: 'acme', name: 'Acme', ownDomains: [HOST] };
  const { plan } = draftPlan(items, { ...account, region: 'cn-shanghai' });
  if (plan === undefined) throw new Error('Nothing to delete');
  return plan;
}

/** The result of carrying out a plan. */
export interface Ending {
  readonly obstacle: Obstacle | undefined;
  readonly outcomes: readonly TargetOutcome[];
  /** The number of addresses in each call. */
  readonly sizes: readonly number[];
}

/** The journal for all jobs of a test file. */
export const journal = new Journal(`journal-${crypto.randomUUID()}`);

/** Carries out a plan against a `fetch` that replaces VOD, without waiting. */
export async function carryOut(
  plan: Plan,
  answer: typeof fetch,
  { final = false } = {},
): Promise<Ending> {
  await journal.open(plan, { accountName: 'Acme', startsAt: 0 });
  const sizes: number[] = [];
  const obstacle = await runJob(plan, {
    client: createVodClient({
      endpoint: 'vod.cn-shanghai.aliyuncs.com',
      fetch: (input, init) => {
        const { searchParams } = new URL(input instanceof Request ? input.url : input);
        sizes.push(searchParams.get('ImageURLs')?.split(',').length ?? 0);
        return answer(input, init);
      },
      credentials: () => ({
        accessKeyId: 'LTAI5tAcme0000',
        accessKeySecret: new Secret('secret-of-acme-0123456789'),
      }),
    }),
    journal,
    final,
    pace: new Pace({ sleep: async () => {} }),
    signal: new AbortController().signal,
    sleep: async () => {},
  });
  return { obstacle, outcomes: await journal.outcomes(plan.id), sizes };
}

/** VOD's answer to a successful call. */
export const SUCCESS = '{"RequestId":"5AA2E9E2-6B2A-4E1B-9F2E-0C4A1B0E7F10"}';
