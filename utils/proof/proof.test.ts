import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, clientOf, planOf as planOfItems } from '../../tests/drive/vod/acme.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import type { Item } from '../collection/item.ts';
import { askVod } from '../plan/ask.ts';
import type { AskedIds } from '../plan/draft.ts';
import type { Plan } from '../plan/plan.ts';
import type { VodClient } from '../vod/client.ts';
import { deleteImageById, deleteImageByUrl } from '../vod/operations/delete-image.ts';
import { checkPlan } from './check.ts';
import { presenceOf, replyOf } from './presence.ts';
import { Proofs } from './proofs.ts';
import { followPurges, purge, purgeable, refreshQuota } from './purge.ts';

let sandbox: Sandbox;
let proofs: Proofs;
let client: VodClient;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  proofs = new Proofs(`proofs-${crypto.randomUUID()}`);
  client = clientBy('full');
});

const held = () => sandbox.accounts[0];

const clientBy = (label: string) => clientOf(sandbox, { label });

const ask = async (address: string) => replyOf(await fetchFrom(sandbox)(address));

function image(index: number) {
  const found = held().images[index];
  if (found === undefined) throw new Error(`The sandbox has no image ${index}`);
  return found;
}

function planOf(items: readonly Partial<Item>[], asked?: AskedIds): Plan {
  const full = items.map(
    (item, at): Item => ({
      key: `${at}`,
      kind: 'image',
      certainty: 'strict',
      standing: 'mine',
      addresses: [],
      carriers: [],
      ...item,
    }),
  );
  return planOfItems(full, acmeOf(sandbox), { asked });
}

/** Has the CDN keep a copy, as a page that showed the image would. */
const show = (address: string) => ask(address);

describe('check', () => {
  it('distinguishes an image that is there, one that the CDN still serves, and one that is gone', async () => {
    const [there, cached, gone] = [image(0), image(1), image(2)];
    await show(there.addresses.signed);
    await show(cached.addresses.signed);
    await client.call(deleteImageByUrl([cached.addresses.plain, gone.addresses.plain]));
    const plan = planOf(
      [there, cached, gone].map(({ addresses }) => ({ addresses: [addresses.signed] })),
    );
    await checkPlan(plan, { proofs, client, ask, mayAsk: async () => true });
    expect((await proofs.checks(plan.id)).map(({ presence }) => presence)).toEqual([
      'still-there',
      'still-cached',
      'gone',
    ]);
  });

  it('says what it cannot tell, and why', async () => {
    const expired = image(0).addresses.signed.replace(/auth_key=\d+/, 'auth_key=1');
    const plan = planOf([{ addresses: [expired] }]);
    await checkPlan(plan, { proofs, client, ask, mayAsk: async () => true });
    expect(await proofs.checks(plan.id)).toMatchObject([
      { presence: 'cannot-tell', doubt: 'refused' },
    ]);
    await checkPlan(plan, { proofs, client, ask, mayAsk: async () => false });
    expect(await proofs.checks(plan.id)).toMatchObject([
      { presence: 'cannot-tell', doubt: 'not-allowed' },
    ]);
    expect(await presenceOf('https://vod.example/a.jpg', async () => undefined)).toEqual({
      presence: 'cannot-tell',
      doubt: 'no-answer',
    });
  });

  it('does not mistake a copy that the CDN serves for every query for the origin', async () => {
    const copy = async () => ({ status: 200, copy: true });
    expect(await presenceOf('https://vod.example/a.jpg', copy)).toEqual({
      presence: 'cannot-tell',
      doubt: 'cdn-answers',
    });
  });

  it('is forgotten with its job', async () => {
    const plan = planOf([{ addresses: [image(0).addresses.plain] }]);
    await checkPlan(plan, { proofs, client, ask, mayAsk: async () => true });
    await proofs.keepOnly(new Set([plan.id]));
    expect(await proofs.checks(plan.id)).toHaveLength(1);
    await proofs.keepOnly(new Set());
    expect(await proofs.checks(plan.id)).toEqual([]);
  });

  it('asks VOD about ids, and says so when it cannot', async () => {
    const plan = planOf(
      [image(0), image(1)].map(({ imageId }) => ({ kind: 'image-id' as const, imageId })),
    );
    await client.call(deleteImageById([image(1).imageId]));
    await checkPlan(plan, { proofs, client, ask });
    expect((await proofs.checks(plan.id)).map(({ presence }) => presence)).toEqual([
      'still-there',
      'gone',
    ]);
    await checkPlan(plan, { proofs, client: undefined, ask });
    expect((await proofs.checks(plan.id)).map(({ doubt }) => doubt)).toEqual(
      Array(2).fill('vod-not-asked'),
    );
  });
});

describe('purge', () => {
  it('purges what was deleted from the CDN, uses up quota, and follows it', async () => {
    const cached = image(1);
    await show(cached.addresses.signed);
    await client.call(deleteImageByUrl([cached.addresses.plain]));
    const plan = planOf([{ addresses: [cached.addresses.signed] }]);
    const before = await refreshQuota({ client });
    await purge(plan, purgeable(plan, held().ownDomains), { proofs, client });
    const after = await refreshQuota({ client });
    if (!('urls' in before && 'urls' in after)) throw new Error('No quota');
    expect(after.urls.left).toBe(before.urls.left - 1);

    await followPurges(await proofs.openPurges(), { proofs, client }, 100);
    expect(await proofs.purges(plan.id)).toMatchObject([{ state: 'complete', percent: 100 }]);
    await checkPlan(plan, { proofs, client, ask, mayAsk: async () => true });
    expect(await proofs.checks(plan.id)).toMatchObject([{ presence: 'gone' }]);
  });

  it('writes down a refusal', async () => {
    const plan = planOf([{ addresses: [image(0).addresses.plain] }]);
    const addresses = purgeable(plan, held().ownDomains);
    await purge(plan, addresses, { proofs, client: clientBy('no-purge') });
    expect(await proofs.purges(plan.id)).toMatchObject([
      { state: 'failed', reason: { kind: 'forbidden' } },
    ]);
  });

  it('includes the addresses that VOD returned for ids', async () => {
    const { imageId, addresses } = image(3);
    const { images } = await askVod(client, [imageId], []);
    const plan = planOf([{ kind: 'image-id', imageId }], { images, missing: [] });
    const [path] = purgeable(plan, held().ownDomains).map((one) => new URL(one).pathname);
    expect(path).toBe(new URL(addresses.plain).pathname);
  });

  it('leaves out addresses of a bucket, which has no CDN', () => {
    expect(
      purgeable(planOf([{ addresses: [image(0).addresses.bucket] }]), held().ownDomains),
    ).toEqual([]);
  });

  it('ends a purge whose answer never came as failed', async () => {
    const plan = planOf([{ addresses: [image(0).addresses.plain] }]);
    await proofs.purge({
      id: 'lost',
      jobId: plan.id,
      accountId: plan.accountId,
      sentAt: Date.now(),
      addresses: [image(0).addresses.plain],
      state: 'sent',
    });
    await followPurges(await proofs.openPurges(), { proofs, client }, 1);
    expect(await proofs.purges(plan.id)).toMatchObject([{ state: 'failed' }]);
  });
});
