import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import type { Item } from '../../utils/collection/item.ts';
import { draftPlan, type VideoChoice } from '../../utils/deletion/draft.ts';
import { runJob } from '../../utils/deletion/job.ts';
import { Journal } from '../../utils/deletion/journal.ts';
import { NO_OUTCOMES, type TargetOutcome } from '../../utils/deletion/outcome.ts';
import { Pace } from '../../utils/deletion/pace.ts';
import type { Plan } from '../../utils/deletion/plan.ts';
import { videosInstead } from '../../utils/deletion/retry.ts';
import { type Account, NEW_ACCOUNT } from '../../utils/vault/account.ts';
import { createVodClient, type VodClient } from '../../utils/vod/client.ts';
import { Secret } from '../../utils/vod/secret.ts';
import { fetchFrom } from '../sandbox-fetch.ts';

let sandbox: Sandbox;
let account: Account;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  account = {
    ...NEW_ACCOUNT,
    id: 'acme',
    name: sandbox.accounts[0].name,
    region: 'cn-shanghai',
    ownDomains: [...sandbox.accounts[0].ownDomains],
  };
});

function imageItem(index: number): Item {
  const image = held().images[index];
  if (image === undefined) throw new Error(`The sandbox has no image ${index}`);
  return {
    key: image.addresses.plain,
    kind: 'image',
    certainty: 'strict',
    standing: 'mine',
    addresses: [image.addresses.signed],
    carriers: [],
  };
}

function idItem(imageId: string): Item {
  return {
    key: `image-id:${imageId}`,
    kind: 'image-id',
    certainty: 'strict',
    standing: 'unknown',
    addresses: [],
    imageId,
    carriers: [],
  };
}

const held = () => sandbox.accounts[0];
const images = (count: number) => Array.from({ length: count }, (_, index) => imageItem(index));

function planOf(items: readonly Item[], videos?: VideoChoice): Plan {
  const { plan } = draftPlan(items, account, videos);
  if (plan === undefined) throw new Error('Nothing to delete');
  return plan;
}

function client(overrides: { secret?: string; id?: string; label?: string } = {}): VodClient {
  const key = held().keys.find((one) => one.label === (overrides.label ?? 'full'));
  return createVodClient({
    endpoint: 'vod.cn-shanghai.aliyuncs.com',
    fetch: fetchFrom(sandbox),
    timeoutMs: 2000,
    credentials: () => ({
      accessKeyId: overrides.id ?? key?.accessKeyId ?? '',
      accessKeySecret: new Secret(overrides.secret ?? key?.accessKeySecret ?? ''),
    }),
  });
}

async function openJob(plan: Plan): Promise<Journal> {
  const journal = new Journal(`journal-${crypto.randomUUID()}`);
  await journal.open(plan, { accountName: account.name, startsAt: 0 });
  return journal;
}

async function carryOut(
  plan: Plan,
  options: {
    client?: VodClient;
    journal?: Journal;
    signal?: AbortSignal;
    final?: boolean;
    online?: () => boolean;
  } = {},
) {
  const journal = options.journal ?? (await openJob(plan));
  const halted = await runJob(plan, {
    client: options.client ?? client(),
    journal,
    pace: new Pace(),
    signal: options.signal ?? new AbortController().signal,
    sleep: async () => {},
    final: options.final ?? false,
    online: options.online ?? (() => true),
  });
  const outcomes = await journal.outcomes(plan.id);
  return { halted, outcomes, journal, by: countBy(outcomes) };
}

const countBy = (outcomes: readonly TargetOutcome[]) => {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

const deletions = () => sandbox.calls.filter((call) => call.action === 'DeleteImage');

describe('a job of addresses', () => {
  it('deletes 23 images in 2 calls and nothing else', async () => {
    const plan = planOf(images(23));
    const { outcomes, by } = await carryOut(plan);

    expect(by).toEqual({ deleted: 23 });
    expect(deletions().map((call) => call.parameters.ImageURLs?.split(',').length)).toEqual([
      20, 3,
    ]);
    expect(deletions().every((call) => call.signatureValid)).toBe(true);
    for (const [index, image] of held().images.entries()) {
      expect(sandbox.exists(image.addresses.plain)).toBe(index >= 23);
    }
    const ids = new Set(deletions().map((call) => call.requestId));
    expect(outcomes.every(({ requestId }) => ids.has(requestId ?? ''))).toBe(true);
  });

  it('tries each alone when VOD calls a domain not the account’s', async () => {
    sandbox.setFault('refuse', { code: 'InvalidDomain.NotFound', action: 'DeleteImage', times: 1 });
    const { by, halted } = await carryOut(planOf(images(2)));

    expect(by).toEqual({ deleted: 2 });
    expect(halted).toBeUndefined();
    expect(deletions()).toHaveLength(3);
  });

  it('sends bare addresses of the own domain, whatever signature was seen', async () => {
    const plan = planOf(images(2));
    await carryOut(plan);

    expect(deletions()[0]?.parameters).toEqual({
      DeleteImageType: 'ImageURL',
      ImageURLs: plan.targets
        .map((target) => (target.by === 'url' ? target.address : ''))
        .join(','),
    });
    expect(deletions()[0]?.parameters.ImageURLs).not.toContain('?');
  });

  it('finds one missing image of 20 in at most 11 calls and deletes the other 19', async () => {
    await carryOut(planOf([imageItem(7)]));
    sandbox.clearCalls();

    const plan = planOf(images(20));
    const { outcomes, by } = await carryOut(plan);

    expect(by).toEqual({ deleted: 19, 'already-gone': 1 });
    expect(outcomes[7]).toMatchObject({
      outcome: 'already-gone',
      reason: { kind: 'gone-after-earlier-try' },
    });
    expect(deletions().length).toBeLessThanOrEqual(11);
  });

  it('counts each outcome in the job', async () => {
    await carryOut(planOf([imageItem(0)]));
    const plan = planOf(images(3));
    const { journal } = await carryOut(plan);
    expect((await journal.job(plan.id))?.counts).toEqual({
      ...NO_OUTCOMES,
      deleted: 2,
      'already-gone': 1,
    });
  });
});

describe('a job by ids and videos', () => {
  it('deletes by ImageId', async () => {
    const image = held().images[4];
    const { by } = await carryOut(planOf([idItem(image?.imageId ?? '')]));
    expect(by).toEqual({ deleted: 1 });
    expect(deletions()[0]?.parameters).toEqual({
      DeleteImageType: 'ImageId',
      ImageIds: image?.imageId,
    });
    expect(sandbox.exists(image?.addresses.plain ?? '')).toBe(false);
  });

  it.each([
    [['CoverSnapshot']],
    [['NormalSnapshot']],
    [['SpriteSnapshot']],
    [['SpriteOriginSnapshot']],
    [['CoverSnapshot', 'NormalSnapshot']],
    [['All']],
  ] as const)('deletes %j of a video and leaves the rest', async (types) => {
    const video = held().videos[0];
    if (video === undefined) throw new Error('The sandbox has no video');
    const plan = planOf([], { types, videoIds: [video.videoId] });
    const { by } = await carryOut(plan);

    expect(by).toEqual({ deleted: 1 });
    expect(deletions()[0]?.parameters).toEqual({
      DeleteImageType: 'VideoId',
      VideoId: video.videoId,
      ImageType: types.join(','),
    });
    const chosen = types as readonly string[];
    for (const [kind, snapshots] of Object.entries(video.snapshots)) {
      // WebVTT tracks are no images, and DeleteImage does not name them.
      if (kind === 'WebVttSnapshot') continue;
      const gone = chosen.includes('All') || chosen.includes(kind);
      for (const one of snapshots) expect(sandbox.exists(one.addresses.plain)).toBe(!gone);
    }
  });
});

describe('a snapshot by its address', () => {
  const snapshotItem = (): { item: Item; address: string } => {
    const video = held().videos[0];
    const address = video?.snapshots.NormalSnapshot[0]?.addresses.plain;
    if (video === undefined || address === undefined)
      throw new Error('The sandbox has no snapshot');
    const item = { ...imageItem(0), key: address, kind: 'snapshot', addresses: [address] } as const;
    return { item: { ...item, videoId: video.videoId }, address };
  };

  it('is deleted where VOD takes it', async () => {
    sandbox.setFault('take-snapshots', {});
    const { item, address } = snapshotItem();
    const { by } = await carryOut(planOf([imageItem(0), item]));
    expect(by).toEqual({ deleted: 2 });
    expect(deletions().map((call) => call.parameters.DeleteImageType)).toEqual([
      'ImageURL',
      'ImageURL',
    ]);
    expect(sandbox.exists(address)).toBe(false);
  });

  it('stays and is never called gone where VOD does not, and its video is offered', async () => {
    const { item, address } = snapshotItem();
    const plan = planOf([imageItem(0), item]);
    const { by, outcomes } = await carryOut(plan);
    expect(by).toEqual({ deleted: 1, failed: 1 });
    expect(outcomes[1]?.reason).toMatchObject({ kind: 'snapshot-refused', code: 'NoSuchResource' });
    expect(sandbox.exists(address)).toBe(true);

    const instead = videosInstead(plan, outcomes);
    expect(instead.types).toEqual(['NormalSnapshot']);
    const { types } = instead;
    const next = planOf(instead.items, { types, videoIds: [] });
    expect((await carryOut(next)).by).toEqual({ deleted: 1 });
    expect(sandbox.exists(address)).toBe(false);
  });

  it('is unknown after a lost answer, since VOD may have taken it or not', async () => {
    sandbox.setFault('drop-answer', { times: 1 });
    const { by, outcomes } = await carryOut(planOf([snapshotItem().item]));
    expect(by).toEqual({ unknown: 1 });
    expect(outcomes[0]?.reason?.kind).toBe('snapshot-refused');
  });
});

describe('trouble on the way', () => {
  it.each([
    ['a wrong secret', { secret: 'not-the-secret' }, 'signature'],
    ['an unknown key', { id: 'LTAI-unknown' }, 'key-unknown'],
    ['no permission', { label: 'no-delete' }, 'forbidden'],
  ])('halts on %s, sends nothing more, and goes on when it is mended', async (_name, key, kind) => {
    const lanes = 4;
    const plan = planOf(images(64));
    const { halted, outcomes, journal } = await carryOut(plan, { client: client(key) });

    expect(halted?.pause).toBe('refused');
    expect(halted?.reason.kind).toBe(kind);
    // Calls that were under way when the first was refused; 64 images make four.
    expect(deletions().length).toBeLessThanOrEqual(lanes);
    expect(outcomes).toEqual([]);
    for (const image of held().images) expect(sandbox.exists(image.addresses.plain)).toBe(true);

    const { by } = await carryOut(plan, { journal });
    expect(by).toEqual({ deleted: 64 });
  });

  it('waits out throttling', async () => {
    sandbox.setFault('throttle', { times: 3 });
    const { by } = await carryOut(planOf(images(5)));
    expect(by).toEqual({ deleted: 5 });
    expect(deletions()).toHaveLength(4);
  });

  it('tries again after 503 and after a page of HTML', async () => {
    sandbox.setFault('5xx', { times: 1 });
    sandbox.setFault('5xx', { times: 1, html: true });
    const { by } = await carryOut(planOf(images(5)));
    expect(by).toEqual({ deleted: 5 });
  });

  it('settles a lost answer by asking again, and never calls it deleted', async () => {
    sandbox.setFault('drop-answer', { times: 1 });
    const { outcomes } = await carryOut(planOf(images(3)));

    expect(countBy(outcomes)).toEqual({ 'already-gone': 3 });
    expect(outcomes.map(({ reason }) => reason?.kind)).toEqual(
      Array(3).fill('gone-after-lost-answer'),
    );
    for (const item of images(3)) expect(sandbox.exists(item.addresses[0] ?? '')).toBe(false);
  });

  it('says unknown when every answer is lost', async () => {
    sandbox.setFault('drop-answer', { times: 100 });
    const plan = planOf(images(3));
    const { halted, by, journal } = await carryOut(plan);
    expect(halted?.pause).toBe('unreachable');
    expect(by).toEqual({});
    expect((await carryOut(plan, { journal, final: true })).by).toEqual({ unknown: 3 });
  });

  it('says already gone of an id that VOD does not have', async () => {
    const { by } = await carryOut(planOf([idItem('0123456789abcdef0123456789abcdef')]));
    expect(by).toEqual({ 'already-gone': 1 });
  });

  it('stops: nothing more is sent, and what was not sent is stopped', async () => {
    const stop = new AbortController();
    stop.abort('person');
    const { by, outcomes } = await carryOut(planOf(images(30)), { signal: stop.signal });
    expect(by).toEqual({ stopped: 30 });
    expect(outcomes[0]?.reason?.kind).toBe('stopped-by-person');
    expect(deletions()).toHaveLength(0);
  });
});

describe('a call of several that VOD refuses for one of them', () => {
  it.each(['delete-then-404', 'ignore-missing'] as const)(
    'ends right when VOD answers it by %s',
    async (mode) => {
      await carryOut(planOf([imageItem(7)]));
      sandbox.setFault('mixed-batch', { mode });
      const { outcomes } = await carryOut(planOf(images(20)));
      for (const { outcome, reason } of outcomes) {
        if (outcome !== 'deleted') {
          expect(outcome).toBe('already-gone');
          expect(reason?.kind).toBe('gone-after-earlier-try');
        }
      }
      for (const item of images(20)) expect(sandbox.exists(item.addresses[0] ?? '')).toBe(false);
    },
  );

  it('leaves what it may have deleted unknown when the person stops in between', async () => {
    await carryOut(planOf([imageItem(7)]));
    sandbox.clearCalls();
    sandbox.setFault('mixed-batch', { mode: 'delete-then-404' });
    const stop = new AbortController();
    const plan = planOf(images(20));
    const journal = await openJob(plan);
    const closed = journal.answered.bind(journal);
    journal.answered = async (...args) => {
      await closed(...args);
      stop.abort('person');
    };
    const { by, outcomes } = await carryOut(plan, { journal, signal: stop.signal });
    expect(by).toEqual({ unknown: 20 });
    expect(outcomes[0]?.reason?.kind).toBe('not-confirmed');
  });
});

describe('a job taken up again', () => {
  it('sends nothing twice that has an outcome', async () => {
    const plan = planOf(images(23));
    const { journal } = await carryOut(plan);
    sandbox.clearCalls();
    await carryOut(plan, { journal });
    expect(deletions()).toHaveLength(0);
  });

  it('settles a send that was open when the worker died', async () => {
    const plan = planOf(images(3));
    const journal = await openJob(plan);
    await journal.sending(plan.id, [0, 1, 2]);
    const done = await carryOut(plan, { journal: await openJob(plan) });
    expect(done.by).toEqual({ deleted: 3 });

    const { outcomes } = await carryOut(plan, { journal });
    expect(outcomes.map(({ reason }) => reason?.kind)).toEqual(
      Array(3).fill('gone-after-lost-answer'),
    );
  });

  it('keeps nothing open of a call that could not be signed', async () => {
    const plan = planOf(images(3));
    const journal = await openJob(plan);
    const keyless = createVodClient({
      endpoint: 'vod.cn-shanghai.aliyuncs.com',
      fetch: fetchFrom(sandbox),
      credentials: () => Promise.reject(new Error('no key')),
    });
    await expect(carryOut(plan, { journal, client: keyless })).rejects.toThrow('no key');
    const stopped = AbortSignal.abort('person');
    const { by } = await carryOut(plan, { journal, signal: stopped });
    expect(by).toEqual({ stopped: 3 });
    expect(deletions()).toHaveLength(0);
  });

  it('remembers a lost answer that was closed before the worker died', async () => {
    const plan = planOf(images(3));
    const journal = await openJob(plan);
    const send = await journal.sending(plan.id, [0, 1, 2]);
    await journal.answered(plan.id, send, {
      outcomes: [],
      reason: { kind: 'transport' },
      mayHaveActed: true,
    });
    const wrong = client({ secret: 'wrong' });
    expect((await carryOut(plan, { journal, client: wrong })).by).toEqual({});
    const { by } = await carryOut(plan, { journal, signal: AbortSignal.abort('person') });
    expect(by).toEqual({ unknown: 3 });
  });
});
