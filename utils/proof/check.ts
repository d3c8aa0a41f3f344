import { mayRead, removeSites } from '../browser/permissions.ts';
import { lentSites } from '../browser/unwatched-sites.ts';
import type { Plan } from '../plan/plan.ts';
import type { VodClient } from '../vod/client.ts';
import { MAX_ITEMS, SNAPSHOT_TYPES } from '../vod/input.ts';
import { getImageInfos } from '../vod/operations/get-image-infos.ts';
import { listSnapshots } from '../vod/operations/list-snapshots.ts';
import { type PatientCall, patientCalls } from '../vod/patient-call.ts';
import { type Ask, type Judgement, presenceOf, replyOf } from './presence.ts';
import type { Proofs } from './proofs.ts';

/** How many addresses are requested at the same time: few for the CDN, and fast enough. */
const AT_ONCE = 6;

const PATIENCE_MS = 15_000;

const NOT_ASKED: Judgement = { presence: 'cannot-tell', doubt: 'vod-not-asked' };

export interface CheckTools {
  readonly proofs: Proofs;
  /** Absent without a key: then VOD cannot be asked about ids and videos. */
  readonly client: VodClient | undefined;
  readonly call?: PatientCall;
  /** Requests an address; by default with `fetch`. */
  readonly ask?: Ask;
  /** Whether the extension may read an address; by default the browser is asked. */
  readonly mayAsk?: (address: string) => Promise<boolean>;
}

/** How VOD is asked. */
type Vod = Pick<CheckTools, 'client'> & { readonly call: PatientCall };

/** Checks whether each target of a plan still exists, and stores each result. */
export async function checkPlan(plan: Plan, tools: CheckTools): Promise<void> {
  const { proofs, ask = askByFetch, mayAsk = mayRead } = tools;
  const vod: Vod = { client: tools.client, call: tools.call ?? patientCalls() };
  const put = (target: number, judgement: Judgement) =>
    proofs.checked({ ...judgement, jobId: plan.id, target, at: Date.now() });

  const queue = plan.targets.flatMap((target, index) =>
    target.by === 'url' ? [{ index, address: target.shown ?? target.address }] : [],
  );
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const judgement: Judgement = (await mayAsk(next.address))
        ? await presenceOf(next.address, ask)
        : { presence: 'cannot-tell', doubt: 'not-allowed' };
      await put(next.index, judgement);
    }
  };
  const ids = plan.targets.flatMap((target, index) =>
    target.by === 'id' ? [{ index, imageId: target.imageId }] : [],
  );
  const askVod = async () => {
    for (let from = 0; from < ids.length; from += MAX_ITEMS) {
      const some = ids.slice(from, from + MAX_ITEMS);
      const missing = await missingOf(
        vod,
        some.map(({ imageId }) => imageId),
      );
      for (const { index, imageId } of some) {
        const known: Judgement = { presence: missing?.has(imageId) ? 'gone' : 'still-there' };
        await put(index, missing === undefined ? NOT_ASKED : known);
      }
    }
    for (const [index, target] of plan.targets.entries()) {
      if (target.by === 'video') await put(index, await videoPresence(vod, target));
    }
  };
  await Promise.all([askVod(), ...Array.from({ length: AT_ONCE }, lane)]);
}

/** Removes the permissions that were granted for a check only. */
export async function giveBackSites(): Promise<void> {
  const lent = await lentSites.getValue();
  if (lent.length === 0) return;
  await removeSites(lent);
  await lentSites.setValue([]);
}

/** Requests an address without the browser's cache and cookies. Does not read the image. */
const askByFetch: Ask = async (address) => {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    return replyOf(response);
  } catch {
    return undefined;
  }
};

async function missingOf(
  { client, call }: Vod,
  imageIds: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  if (client === undefined) return undefined;
  const answer = await call(client, getImageInfos(imageIds)).catch(() => undefined);
  return answer?.ok ? new Set(answer.value.missing) : undefined;
}

async function videoPresence(
  { client, call }: Vod,
  { videoId, types }: Extract<Plan['targets'][number], { by: 'video' }>,
): Promise<Judgement> {
  const all = (types as readonly string[]).includes('All');
  for (const type of SNAPSHOT_TYPES) {
    if (!all && !(types as readonly string[]).includes(type)) continue;
    const listing = listSnapshots({ videoId, type, page: 1, pageSize: 1 });
    const answer =
      client === undefined ? undefined : await call(client, listing).catch(() => undefined);
    if (answer?.ok === true ? answer.value.total > 0 : answer?.error.kind !== 'not-found') {
      return answer?.ok === true ? { presence: 'still-there' } : NOT_ASKED;
    }
  }
  return { presence: 'gone' };
}
