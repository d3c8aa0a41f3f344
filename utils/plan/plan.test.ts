import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account, NEW_ACCOUNT } from '../accounts/account.ts';
import { type Item, itemById } from '../collection/item.ts';
import { draftPlan } from './draft.ts';
import { mustTypeNumber, type Plan } from './plan.ts';
import { planFault } from './plan-fault.ts';
import { targetName } from './target.ts';

const account: Account = {
  ...NEW_ACCOUNT,
  id: 'acme',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['vod.acme.example', 'media.acme.example'],
};

const hex = (index: number) => index.toString(16).padStart(32, '0');

function image(index: number, host = 'vod.acme.example', query = ''): Item {
  const address = `https://${host}/image/default/${hex(index).toUpperCase()}-6-2.png${query}`;
  return item({ key: address, addresses: [address] });
}

function item(parts: Partial<Item>): Item {
  return {
    key: 'key',
    kind: 'image',
    certainty: 'strict',
    standing: 'mine',
    addresses: [],
    carriers: [],
    ...parts,
  };
}

const imageId = (index: number) => itemById('image-id', hex(index));
const videoId = (index: number) => itemById('video-id', hex(index));

function planned(items: readonly Item[], ...rest: [] | [Parameters<typeof draftPlan>[2]]): Plan {
  const { plan } = draftPlan(items, account, ...rest);
  if (plan === undefined) throw new Error('No plan');
  return plan;
}

describe('the limits of an account', () => {
  const limited = (limits: Partial<Account['limits']>): Account => ({
    ...account,
    limits: { ...account.limits, ...limits },
  });
  const types = ['NormalSnapshot'] as const;
  const reasons = (draft: ReturnType<typeof draftPlan>) =>
    draft.leftOut.map(({ reason }) => reason);

  it('leave out what is beyond the largest job, each target counted once', () => {
    const draft = draftPlan([image(1), image(2), image(1), image(3)], limited({ largestJob: 2 }));
    expect(draft.plan?.targets.map(targetName)).toHaveLength(2);
    expect(draft.leftOut).toEqual([{ item: image(3), reason: 'too-many' }]);
  });

  it('count the videos that are added', () => {
    const added = { types, videoIds: [hex(8), hex(9)] };
    const draft = draftPlan([image(1), videoId(8)], limited({ largestJob: 2 }), added);
    expect(draft.plan?.targets.map(({ by }) => by)).toEqual(['url', 'video']);
    expect(draft.leftOut).toMatchObject([{ item: { videoId: hex(9) }, reason: 'too-many' }]);
  });

  it('leave out what goes by VideoId, selected or added, and keep a snapshot by its address', () => {
    const snapshot = item({
      addresses: [`https://vod.acme.example/${hex(7)}/snapshots/${hex(6)}-00001.jpg`],
      videoId: hex(7),
    });
    const added = { types, videoIds: [hex(9)] };
    const some = [image(1), videoId(8), snapshot];
    const draft = draftPlan(some, limited({ byVideo: false }), added);
    expect(draft.plan?.targets.map(({ by }) => by)).toEqual(['url', 'url']);
    expect(reasons(draft)).toEqual(['video-forbidden', 'video-forbidden']);
    expect(reasons(draftPlan(some, account, added))).toEqual([]);
  });

  it('are held to by a plan that comes in a message', () => {
    const plan = planned([image(1), image(2)]);
    expect(planFault(plan, limited({ largestJob: 2 }))).toBeUndefined();
    expect(planFault(plan, limited({ largestJob: 1 }))).toBe('too-many');
    const byVideo = planned([videoId(8)], { types, videoIds: [] });
    expect(planFault(byVideo, account)).toBeUndefined();
    expect(planFault(byVideo, limited({ byVideo: false }))).toBe('video-forbidden');
  });
});

describe('draftPlan', () => {
  it('takes an image once, however many own hosts and signatures it was seen under', () => {
    const plan = planned([
      image(1, 'vod.acme.example', '?auth_key=1-2-3-4'),
      image(1, 'media.acme.example'),
      image(1),
    ]);
    expect(plan.targets.map(targetName)).toHaveLength(1);
  });

  it('sends addresses bare and keeps the seen one for the thumbnail', () => {
    const [target] = planned([image(1, 'vod.acme.example', '?auth_key=1-2-3-4#x')]).targets;
    expect(target).toEqual({
      by: 'url',
      address: `https://vod.acme.example/image/default/${hex(1).toUpperCase()}-6-2.png`,
      shown: `https://vod.acme.example/image/default/${hex(1).toUpperCase()}-6-2.png?auth_key=1-2-3-4#x`,
      found: { kind: 'image', standing: 'mine' },
    });
  });

  it('leaves out what is not mine, whatever its standing says', () => {
    const { plan, leftOut } = draftPlan([image(1, 'other.example')], account);
    expect(plan).toBeUndefined();
    expect(leftOut.map(({ reason }) => reason)).toEqual(['not-mine']);
  });

  it('sends a snapshot by its address in a call of its own, unless its video goes instead', () => {
    const snapshot = item({
      kind: 'snapshot',
      videoId: hex(9),
      addresses: [`https://vod.acme.example/${hex(9)}/snapshots/${hex(8)}-00001.jpg`],
    });
    const covering = ['CoverSnapshot', 'NormalSnapshot'] as const;
    const alone = planned([image(1), snapshot, image(2)]);
    expect(alone.targets[1]).toMatchObject({ snapshot: { videoId: hex(9), types: covering } });
    expect(alone.calls).toEqual([[0, 2], [1]]);

    const instead = { types: ['NormalSnapshot'], videoIds: [hex(9)] } as const;
    expect(draftPlan([snapshot], account, instead)).toMatchObject({
      plan: { targets: [{ by: 'video', videoId: hex(9), types: ['NormalSnapshot'] }] },
      leftOut: [{ item: snapshot, reason: 'not-covered', types: covering }],
    });
    const sure = draftPlan([snapshot], account, { types: covering, videoIds: [hex(9)] });
    expect(sure.plan?.targets).toEqual([{ by: 'video', videoId: hex(9), types: covering }]);
    expect(sure.leftOut).toEqual([]);
  });

  it('offers no types for an image of a video that none covers', () => {
    const animated = item({
      videoId: hex(9),
      addresses: [`https://vod.acme.example/${hex(9)}/image/dynamic/${hex(8)}.webp`],
    });
    expect(draftPlan([animated], account).leftOut[0]).toEqual({
      item: animated,
      reason: 'not-deletable',
    });
  });

  it('leaves out what is beyond the largest plan, and does not throw at odd addresses', () => {
    const many = [...Array(20_001).keys()].map((index) => imageId(index));
    const draft = draftPlan([...many, item({ addresses: ['not an address'] })], account);
    expect(draft.plan?.targets).toHaveLength(20_000);
    expect(draft.leftOut.map(({ reason }) => reason)).toEqual(['too-many', 'not-mine']);
  });

  it('needs image types for a video', () => {
    const { plan, leftOut } = draftPlan([videoId(1)], account);
    expect(plan).toBeUndefined();
    expect(leftOut[0]?.reason).toBe('no-image-types');
  });

  it('leaves out an id that VOD has no image for', () => {
    const draft = draftPlan([imageId(1), imageId(2)], account, undefined, {
      images: { [hex(1)]: { title: 'Title' } },
      missing: [hex(2)],
    });
    expect(draft.plan?.targets).toMatchObject([{ by: 'id', imageId: hex(1), title: 'Title' }]);
    expect(draft.leftOut.map(({ reason }) => reason)).toEqual(['already-gone']);
  });

  it('is frozen', () => {
    const plan = planned([image(1), imageId(2)]);
    expect(() => (plan.targets as unknown[]).push({})).toThrow(TypeError);
    expect(() => Object.assign(plan.targets[0] ?? {}, { address: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(plan, { targets: [] })).toThrow(TypeError);
  });

  it('makes more calls of addresses that would be too long for one', () => {
    const long = [...Array(20).keys()].map((index) => {
      const address = `https://vod.acme.example/image/default/${'图'.repeat(50)}${index}.png`;
      return item({ key: address, addresses: [address] });
    });
    expect(planned(long).calls.length).toBeGreaterThan(1);
    expect(planned(long).calls.flat()).toHaveLength(20);
  });

  it('packs any selection into the fewest calls, every target in exactly one', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('url', 'id', 'video'), fc.nat(200)), {
      maxLength: 150,
    });
    fc.assert(
      fc.property(some, (chosen) => {
        const items = chosen.map(([by, index]) =>
          by === 'url' ? image(index) : by === 'id' ? imageId(index) : videoId(index),
        );
        const { plan } = draftPlan(items, account, { types: ['All'], videoIds: [] });
        const distinct = (wanted: string) =>
          new Set(chosen.filter(([by]) => by === wanted).map(([, index]) => index)).size;
        const expected =
          Math.ceil(distinct('url') / 20) + Math.ceil(distinct('id') / 20) + distinct('video');
        expect(plan?.calls.length ?? 0).toBe(expected);
        if (plan !== undefined) expect(planFault(plan, account)).toBeUndefined();
      }),
    );
  });
});

describe('planFault', () => {
  const tampered = (change: (plan: Plan) => unknown) => {
    const plan = structuredClone(planned([...Array(25).keys()].map((index) => image(index))));
    change(plan);
    return planFault(plan, account);
  };

  it('names what was done to a plan', () => {
    expect(tampered(() => {})).toBeUndefined();
    expect(tampered((plan) => plan.calls.pop())).toBe('calls-do-not-cover');
    expect(tampered((plan) => plan.calls[1]?.push(0))).toBe('calls-do-not-cover');
    expect(tampered((plan) => plan.calls[1]?.push(99))).toBe('call-mixed');
    expect(tampered((plan) => plan.calls.splice(0, 2, [...Array(25).keys()]))).toBe(
      'call-too-large',
    );
    expect(
      tampered((plan) => {
        plan.targets[3] = { by: 'url', address: 'https://other.example/image/default/x.png' };
      }),
    ).toBe('not-mine');
    expect(
      tampered((plan) => {
        plan.targets[3] = { by: 'id', imageId: hex(3) };
      }),
    ).toBe('call-mixed');
  });
});

describe('mustTypeNumber', () => {
  it('asks above 20 targets, for a video, and for an id that VOD was not asked about', () => {
    expect(mustTypeNumber(planned([...Array(20).keys()].map((index) => image(index))))).toBe(false);
    expect(mustTypeNumber(planned([...Array(21).keys()].map((index) => image(index))))).toBe(true);
    expect(mustTypeNumber(planned([videoId(1)], { types: ['All'], videoIds: [] }))).toBe(true);
    expect(mustTypeNumber(planned([imageId(1)]))).toBe(true);
    const asked = { images: { [hex(1)]: { title: 'Title' } }, missing: [] };
    const { plan } = draftPlan([imageId(1)], account, undefined, asked);
    expect(plan && mustTypeNumber(plan)).toBe(false);
  });
});
