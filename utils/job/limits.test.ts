import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SUCCESS } from '../../tests/drive/vod/scripted.ts';
import { type Account, NEW_ACCOUNT } from '../accounts/account.ts';
import { saveAccount } from '../accounts/saving.ts';
import { type Item, itemById } from '../collection/item.ts';
import { keyHint } from '../keys/credentials.ts';
import { draftPlan } from '../plan/draft.ts';
import type { Plan } from '../plan/plan.ts';
import type { Confirmed } from './hindrance.ts';
import { Journal } from './journal.ts';
import { Runner } from './runner.ts';

const KEY = { accessKeyId: 'LTAI5tAcme0000', accessKeySecret: 'secret-of-acme-0123456789' };

const account: Account = {
  ...NEW_ACCOUNT,
  id: 'acme',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['vod.acme.example'],
};

let journal: Journal;
const send = vi.fn(async () => new Response(SUCCESS));

beforeEach(async () => {
  fakeBrowser.reset();
  send.mockClear();
  vi.stubGlobal('fetch', send);
  journal = new Journal(`journal-${crypto.randomUUID()}`);
  await saveAccount(account, KEY);
});

const worker = (onLeft: () => void = () => {}) => {
  const runner = new Runner({ journal, stayAwake: () => () => {}, graceMs: async () => 0 });
  runner.onLeft(onLeft);
  return runner;
};
const administer = (settings: object) => fakeBrowser.storage.managed.set(settings);
const limit = (limits: Partial<Account['limits']>) =>
  saveAccount({ ...account, limits: { ...account.limits, ...limits } });

const name = (number: number) => number.toString(16).toUpperCase().padStart(32, '0');
const about = { certainty: 'strict', standing: 'mine', carriers: [] } as const;

const address = (number: number): Item => {
  const url = `https://vod.acme.example/image/default/${name(number)}-6-2.png`;
  return { ...about, key: url, kind: 'image', addresses: [url] };
};
const imageId = (number: number) => itemById('image-id', name(number));
const videoId = (number: number) => itemById('video-id', name(number));

/** What the person confirmed, the number typed where it has to be. */
function confirmed(items: readonly Item[], typed = true): Confirmed {
  const videos = { types: ['All'], videoIds: [] } as const;
  const { plan } = draftPlan(items, account, videos, undefined, keyHint(KEY.accessKeyId));
  if (plan === undefined) throw new Error('Nothing to delete');
  return { plan, ...(typed ? { typed: plan.targets.length } : {}) };
}

const ends = (plan: Plan) =>
  expect.poll(async () => (await journal.job(plan.id))?.state, { timeout: 10_000 }).toBe('ended');

/** What each way of deletion is called, with an item that goes that way. */
const WAYS = [
  ['byAddress', address(1), 'address-forbidden'],
  ['byId', imageId(2), 'id-forbidden'],
  ['byVideo', videoId(3), 'video-forbidden'],
] as const;

describe('an administrator’s limits when a plan is started', () => {
  it.each(WAYS)(
    'without %s nothing that goes so is sent, and all else is',
    async (way, item, fault) => {
      await administer({ deletions: { [way]: false } });
      const all = [address(1), imageId(2), videoId(3)];
      expect(await worker().start(confirmed(all))).toBe(fault);
      expect(await worker().start(confirmed([item]))).toBe(fault);
      expect(await journal.jobs()).toEqual([]);
      expect(send).not.toHaveBeenCalled();

      const others = confirmed(all.filter((one) => one.key !== item.key));
      expect(await worker().start(others)).toBeUndefined();
      await ends(others.plan);
      expect(send).toHaveBeenCalledTimes(2);
    },
  );

  it('no more targets than the largest job', async () => {
    await administer({ largestJob: 2 });
    expect(await worker().start(confirmed([1, 2, 3].map(address)))).toBe('too-many');
    expect(await journal.jobs()).toEqual([]);
    const two = confirmed([1, 2].map(address));
    expect(await worker().start(two)).toBeUndefined();
    await ends(two.plan);
  });

  it('the number typed for a single one', async () => {
    await administer({ alwaysTypeNumber: true });
    const one = confirmed([address(1)], false);
    expect(await worker().start(one)).toBe('number-not-typed');
    expect(await worker().start({ ...one, typed: 2 })).toBe('number-not-typed');
    expect(await journal.jobs()).toEqual([]);
    expect(await worker().start({ ...one, typed: 1 })).toBeUndefined();
    await ends(one.plan);
  });

  it.each([
    [{ deletions: 'none' }, [address(1)], 'address-forbidden'],
    [{ deletions: { byVideo: 'no' } }, [videoId(1)], 'video-forbidden'],
    [{ largestJob: 'few' }, [address(1), address(2)], 'too-many'],
    [{ largestJob: 0 }, [address(1), address(2)], 'too-many'],
    [{ alwaysTypeNumber: 'yes' }, [address(1)], 'number-not-typed'],
  ])('that are not understood are the strictest: %j', async (settings, items, fault) => {
    await administer(settings);
    expect(await worker().start(confirmed(items, fault !== 'number-not-typed'))).toBe(fault);
    expect(send).not.toHaveBeenCalled();
  });
});

describe('the account’s own limits when a plan is started', () => {
  it('hold, whatever the plan was drafted by', async () => {
    const three = confirmed([1, 2, 3].map(address));
    const video = confirmed([videoId(1)]);
    await limit({ largestJob: 2, byVideo: false });
    expect(await worker().start(three)).toBe('too-many');
    expect(await worker().start(video)).toBe('video-forbidden');
    expect(await journal.jobs()).toEqual([]);
    expect(send).not.toHaveBeenCalled();
  });
});

describe('limits that came while a job waited', () => {
  /** A job that was confirmed and whose worker died before its first call. */
  async function left(items: readonly Item[]): Promise<Plan> {
    const { plan } = confirmed(items);
    await journal.open(plan, { accountName: account.name, startsAt: 0 });
    return plan;
  }

  /** Resolves when the run is over that something brings about. */
  const run = (happens: (runner: Runner) => Promise<unknown>) =>
    new Promise<void>((resolve, reject) => {
      happens(worker(resolve)).catch(reject);
    });

  const is = async (plan: Plan) => {
    const { state, pausedFor } = (await journal.job(plan.id)) ?? {};
    return state === 'paused' ? pausedFor : state;
  };

  it.each(WAYS)('without %s it is paused until it is allowed again', async (way, item) => {
    const plan = await left([address(8), imageId(9), item]);
    await administer({ deletions: { [way]: false } });
    await run((runner) => runner.resume());
    expect(await is(plan)).toBe('account-changed');
    await run((runner) => runner.goOn(plan.id));
    expect(await is(plan)).toBe('account-changed');
    await run((runner) => runner.mended(account.id));
    expect(await is(plan)).toBe('account-changed');
    expect(send).not.toHaveBeenCalled();

    await administer({ deletions: { [way]: true } });
    await run((runner) => runner.resume());
    expect(await is(plan)).toBe('ended');
    expect((await journal.job(plan.id))?.counts.deleted).toBe(3);
  });

  it('beyond the largest job it is paused, and Stop ends it without a call', async () => {
    const plan = await left([1, 2, 3].map(address));
    await administer({ largestJob: 2 });
    await run((runner) => runner.resume());
    expect(await is(plan)).toBe('account-changed');
    await run((runner) => runner.stop(plan.id));
    expect(await is(plan)).toBe('ended');
    expect((await journal.job(plan.id))?.counts.stopped).toBe(3);
    expect(send).not.toHaveBeenCalled();
  });

  it('of the account hold too', async () => {
    const plan = await left([address(1), videoId(2)]);
    await limit({ byVideo: false });
    await run((runner) => runner.resume());
    expect(await is(plan)).toBe('account-changed');
    expect(send).not.toHaveBeenCalled();
    await limit({ byVideo: true });
    await run((runner) => runner.resume());
    expect(await is(plan)).toBe('ended');
  });

  it('to type the number do not hold back what was confirmed before', async () => {
    const plan = await left([address(1)]);
    await administer({ alwaysTypeNumber: true });
    await run((runner) => runner.resume());
    expect(await is(plan)).toBe('ended');
  });
});
