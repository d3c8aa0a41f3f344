import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, addressItems, idItem, planOf } from '../../tests/drive/vod/acme.ts';
import { carryOut, deletionsOf } from '../../tests/drive/vod/carried-out.ts';
import type { Item } from '../collection/item.ts';
import { videosInstead } from '../history/retry.ts';
import type { VideoChoice } from '../plan/draft.ts';
import type { Plan } from '../plan/plan.ts';
import { NO_OUTCOMES } from './outcome.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const images = (count: number, from = 0) => addressItems(sandbox, count, { from, form: 'signed' });
const planFor = (items: readonly Item[], videos?: VideoChoice) =>
  planOf(items, acmeOf(sandbox), { videos });
const carry = (plan: Plan) => carryOut(sandbox, plan);
const deletions = () => deletionsOf(sandbox);

describe('a job of addresses', () => {
  it('deletes 23 images in 2 calls and nothing else', async () => {
    const plan = planFor(images(23));
    const { outcomes, by } = await carry(plan);

    expect(by).toEqual({ deleted: 23 });
    expect(deletions().map((call) => call.parameters.ImageURLs?.split(',').length)).toEqual([
      20, 3,
    ]);
    expect(deletions().every((call) => call.signatureValid)).toBe(true);
    for (const [index, image] of sandbox.accounts[0].images.entries()) {
      expect(sandbox.exists(image.addresses.plain)).toBe(index >= 23);
    }
    const ids = new Set(deletions().map((call) => call.requestId));
    expect(outcomes.every(({ requestId }) => ids.has(requestId ?? ''))).toBe(true);
  });

  it('tries each alone when VOD calls a domain not the account’s', async () => {
    sandbox.setFault('refuse', { code: 'InvalidDomain.NotFound', action: 'DeleteImage', times: 1 });
    const { by, halted } = await carry(planFor(images(2)));

    expect(by).toEqual({ deleted: 2 });
    expect(halted).toBeUndefined();
    expect(deletions()).toHaveLength(3);
  });

  it('sends bare addresses of the own domain, whatever signature was seen', async () => {
    const plan = planFor(images(2));
    await carry(plan);

    expect(deletions()[0]?.parameters).toEqual({
      DeleteImageType: 'ImageURL',
      ImageURLs: plan.targets
        .map((target) => (target.by === 'url' ? target.address : ''))
        .join(','),
    });
    expect(deletions()[0]?.parameters.ImageURLs).not.toContain('?');
  });

  it('finds one missing image of 20 in at most 11 calls and deletes the other 19', async () => {
    await carry(planFor(images(1, 7)));
    sandbox.clearCalls();

    const plan = planFor(images(20));
    const { outcomes, by } = await carry(plan);

    expect(by).toEqual({ deleted: 19, 'already-gone': 1 });
    expect(outcomes[7]).toMatchObject({
      outcome: 'already-gone',
      reason: { kind: 'gone-after-earlier-try' },
    });
    expect(deletions().length).toBeLessThanOrEqual(11);
  });

  it('counts each outcome in the job', async () => {
    await carry(planFor(images(1, 0)));
    const plan = planFor(images(3));
    const { journal } = await carry(plan);
    expect((await journal.job(plan.id))?.counts).toEqual({
      ...NO_OUTCOMES,
      deleted: 2,
      'already-gone': 1,
    });
  });
});

describe('a job by ids and videos', () => {
  it('deletes by ImageId', async () => {
    const image = sandbox.accounts[0].images[4];
    const { by } = await carry(planFor([idItem(image?.imageId ?? '')]));
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
    const video = sandbox.accounts[0].videos[0];
    if (video === undefined) throw new Error('The sandbox has no video');
    const plan = planFor([], { types, videoIds: [video.videoId] });
    const { by } = await carry(plan);

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
    const video = sandbox.accounts[0].videos[0];
    const address = video?.snapshots.NormalSnapshot[0]?.addresses.plain;
    if (video === undefined || address === undefined)
      throw new Error('The sandbox has no snapshot');
    const item: Item = {
      key: address,
      kind: 'snapshot',
      certainty: 'strict',
      standing: 'mine',
      addresses: [address],
      videoId: video.videoId,
      carriers: [],
    };
    return { item, address };
  };

  it('is deleted where VOD accepts it', async () => {
    sandbox.setFault('take-snapshots', {});
    const { item, address } = snapshotItem();
    const { by } = await carry(planFor([...images(1), item]));
    expect(by).toEqual({ deleted: 2 });
    expect(deletions().map((call) => call.parameters.DeleteImageType)).toEqual([
      'ImageURL',
      'ImageURL',
    ]);
    expect(sandbox.exists(address)).toBe(false);
  });

  it('stays and is never called gone where VOD does not, and its video is offered', async () => {
    const { item, address } = snapshotItem();
    const plan = planFor([...images(1), item]);
    const { by, outcomes } = await carry(plan);
    expect(by).toEqual({ deleted: 1, failed: 1 });
    expect(outcomes[1]?.reason).toMatchObject({ kind: 'snapshot-refused', code: 'NoSuchResource' });
    expect(sandbox.exists(address)).toBe(true);

    const instead = videosInstead(plan, outcomes);
    expect(instead.types).toEqual(['NormalSnapshot']);
    const { types } = instead;
    const next = planFor(instead.items, { types, videoIds: [] });
    expect((await carry(next)).by).toEqual({ deleted: 1 });
    expect(sandbox.exists(address)).toBe(false);
  });

  it('is unknown after a lost answer, since VOD may have taken it or not', async () => {
    sandbox.setFault('drop-answer', { times: 1 });
    const { by, outcomes } = await carry(planFor([snapshotItem().item]));
    expect(by).toEqual({ unknown: 1 });
    expect(outcomes[0]?.reason?.kind).toBe('snapshot-refused');
  });
});
