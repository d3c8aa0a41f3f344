import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Account, NEW_ACCOUNT } from '../accounts/account.ts';
import type { Item } from '../collection/item.ts';
import { query, shapes } from '../spotting/arbitraries.ts';
import { recognise } from '../spotting/shapes.ts';
import { encode } from '../vod/encode.ts';
import { MAX_ITEMS } from '../vod/input.ts';
import { draftPlan, type VideoChoice } from './draft.ts';
import { goesAlone, packCalls } from './pack.ts';
import { freezePlan, type Plan, planSchema } from './plan.ts';
import { planFault } from './plan-fault.ts';
import { operationOf } from './requests.ts';
import { type Target, targetName } from './target.ts';

const account: Account = {
  ...NEW_ACCOUNT,
  id: 'acme',
  name: 'Acme',
  region: 'cn-shanghai',
  ownDomains: ['vod.acme.example', '*.media.example', 'outin-0123456789abcdef'],
};

const LONGEST_CALL = 6000;

const host = fc.constantFrom(
  'vod.acme.example',
  'VOD.acme.example:8443',
  'a.media.example',
  'b.media.example',
  'outin-0123456789abcdef.oss-cn-shanghai.aliyuncs.com',
  'other.example',
);

/** Names with whatever an address has to escape, and some that many addresses share. */
const name = fc.oneof(
  fc.constantFrom('a', 'A', 'b,c', 'b%2Cc', 'b%2cc', '100%', '封面'),
  fc.string({ unit: fc.constantFrom(...',% +&=;\'"<>|~*()图é'), minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.integer({ min: 100, max: 1000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 10, max: 900 }).map((length) => '图'.repeat(length)),
);

const path = fc.oneof(
  ...Object.values(shapes),
  name.map((text) => `/image/default/${text}.png`),
  name.map((text) => `/image/default/${text}.png`),
);

/** An address that spotting takes for one of VOD, as an item. */
const addressed = fc
  .tuple(fc.constantFrom('http', 'https'), host, path, query)
  .map(([scheme, where, rest, more]) => recognise(`${scheme}://${where}${rest}${more}`))
  .filter((found) => found !== undefined)
  .map(({ kind, certainty, url, videoId }): Item => {
    const about = { key: url, kind, certainty, standing: 'unknown', carriers: [] } as const;
    return { ...about, addresses: [url], ...(videoId === undefined ? {} : { videoId }) };
  });

const id = fc.nat(60).map((number) => number.toString(16).padStart(32, '0'));

const named = fc.tuple(fc.constantFrom('image-id', 'video-id'), id).map(
  ([kind, text]): Item => ({
    key: `${kind}:${text}`,
    kind,
    certainty: 'strict',
    standing: 'unknown',
    addresses: [],
    carriers: [],
    ...(kind === 'image-id' ? { imageId: text } : { videoId: text }),
  }),
);

const selection = fc.array(fc.oneof(addressed, named), { maxLength: 120, size: 'max' });

const videos: fc.Arbitrary<VideoChoice> = fc.record({
  types: fc.constantFrom(undefined, ['All'] as const, ['NormalSnapshot'] as const),
  videoIds: fc.array(id, { maxLength: 5 }),
});

const draft = (items: readonly Item[], choice: VideoChoice) => draftPlan(items, account, choice);

/** What the person confirms of a plan, without what is another in each draft. */
const confirmed = (plan: Plan | undefined) =>
  plan === undefined ? undefined : { targets: plan.targets, calls: plan.calls };

/** The characters that the list of a call takes in the request line. */
const lengthOf = (plan: Plan, call: readonly number[]) => {
  const { ImageURLs, ImageIds, VideoId } = operationOf(plan, call).parameters;
  return encode(ImageURLs ?? ImageIds ?? VideoId ?? '').length;
};

describe('a draft of any selection', () => {
  it('is a plan that may be started, with every target in one call, in order', () => {
    fc.assert(
      fc.property(selection, videos, (items, choice) => {
        const { plan } = draft(items, choice);
        if (plan === undefined) return;
        expect(v.is(planSchema, plan)).toBe(true);
        expect(planFault(plan, account)).toBeUndefined();
        expect(plan.calls.flat().sort((a, b) => a - b)).toEqual([...plan.targets.keys()]);
        const firsts = plan.calls.map(([first = -1]) => first);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
        // What goes alone need not wait for the address after it that fills a call.
        const wayOf = (target?: Target) =>
          target && `${target.by} ${goesAlone(target) ? 'alone' : 'with others'}`;
        for (const way of new Set(plan.targets.map(wayOf))) {
          const sent = plan.calls.flat().filter((index) => wayOf(plan.targets[index]) === way);
          expect(sent).toEqual([...sent].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('makes calls of one way, of at most 20, and no longer than a request line may be', () => {
    fc.assert(
      fc.property(selection, videos, (items, choice) => {
        const { plan } = draft(items, choice);
        for (const call of plan?.calls ?? []) {
          const ways = new Set(call.map((index) => plan?.targets[index]?.by));
          expect(ways.size).toBe(1);
          expect(call.length).toBeLessThanOrEqual(ways.has('video') ? 1 : MAX_ITEMS);
          if (plan !== undefined && call.length > 1) {
            // The commas of the list are not counted.
            expect(lengthOf(plan, call)).toBeLessThanOrEqual(LONGEST_CALL + 3 * call.length);
          }
        }
      }),
    );
  });

  it('sends every address so that VOD, which parts at commas, reads that address', () => {
    fc.assert(
      fc.property(selection, (items) => {
        const { plan } = draft(items, { types: undefined, videoIds: [] });
        for (const call of plan?.calls ?? []) {
          if (plan === undefined || plan.targets[call[0] ?? -1]?.by !== 'url') continue;
          const list = operationOf(plan, call).parameters.ImageURLs?.split(',') ?? [];
          const read = list.map((one) => (one.includes('://') ? one : decodeURIComponent(one)));
          const addresses = call.flatMap((index) => {
            const target = plan.targets[index];
            return target?.by === 'url' ? [target.address] : [];
          });
          expect(read).toEqual(addresses);
          for (const address of addresses) expect(address).not.toMatch(/[?#]/);
        }
      }),
    );
  });

  it('is the same each time, and the same when everything was selected twice', () => {
    fc.assert(
      fc.property(selection, videos, (items, choice) => {
        const once = confirmed(draft(items, choice).plan);
        expect(confirmed(draft(items, choice).plan)).toEqual(once);
        const twice = { ...choice, videoIds: [...choice.videoIds, ...choice.videoIds] };
        expect(confirmed(draft([...items, ...items], twice).plan)).toEqual(once);
      }),
    );
  });

  it('keeps the order of the selection, each at its first place, and loses nothing', () => {
    fc.assert(
      fc.property(selection, videos, (items, choice) => {
        const { plan, leftOut } = draft(items, choice);
        const names = plan?.targets.map((target) => `${target.by} ${targetName(target)}`) ?? [];
        expect(new Set(names).size).toBe(names.length);
        const left = new Set(leftOut.map(({ item }) => item));
        // Each item by itself tells which target it becomes, except for what is one with an earlier one.
        const alone = items
          .filter((item) => !left.has(item))
          .map((item) => draft([item], { ...choice, videoIds: [] }).plan?.targets[0]);
        expect(alone).not.toContain(undefined);
        const places = alone.flatMap((target) => {
          const place = target ? names.indexOf(`${target.by} ${targetName(target)}`) : -1;
          return place < 0 ? [] : [place];
        });
        const firsts = [...new Set(places)];
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
        // What no item becomes was added beside the selection.
        const added = names.filter((_name, index) => !firsts.includes(index));
        for (const one of added) expect(choice.videoIds).toContain(one.replace('video ', ''));
      }),
    );
  });

  it('is frozen in every part, and so is what a message brings', () => {
    fc.assert(
      fc.property(selection, videos, (items, choice) => {
        const { plan } = draft(items, choice);
        if (plan === undefined) return;
        expect(unfrozenIn(plan)).toEqual([]);
        const brought = structuredClone(plan);
        expect(freezePlan(brought)).toBe(brought);
        expect(unfrozenIn(brought)).toEqual([]);
        expect(brought).toEqual(plan);
      }),
    );
  });
});

describe('packCalls', () => {
  const target = fc.oneof(
    fc.tuple(fc.nat(4000), fc.constantFrom('x', '%25', ',')).map(
      ([length, text]): Target => ({
        by: 'url',
        address: `https://vod.acme.example/${text.repeat(length).slice(0, length)}`,
      }),
    ),
    id.map((imageId): Target => ({ by: 'id', imageId })),
    id.map((videoId): Target => ({ by: 'video', videoId, types: ['All'] })),
  );

  it('starts another call only where the last one is full', () => {
    fc.assert(
      fc.property(fc.array(target, { maxLength: 100, size: 'max' }), (targets) => {
        const length = (index: number) => {
          const one = targets[index];
          return one ? encodeURIComponent(encodeURIComponent(targetName(one))).length : 0;
        };
        const sum = (call: readonly number[]) => call.reduce((all, one) => all + length(one), 0);
        const calls = packCalls(targets);
        expect(calls.flat().sort((a, b) => a - b)).toEqual([...targets.keys()]);
        for (const by of ['url', 'id'] as const) {
          const own = calls.filter(([first]) => targets[first ?? -1]?.by === by);
          own.forEach((call, place) => {
            if (call.length > 1) expect(sum(call)).toBeLessThanOrEqual(LONGEST_CALL);
            const [next] = own[place + 1] ?? [];
            if (next === undefined || call.length === MAX_ITEMS) return;
            expect(sum(call) + length(next)).toBeGreaterThan(LONGEST_CALL);
          });
        }
      }),
    );
  });
});

/** Where in a value something is that could still be changed. */
function unfrozenIn(value: unknown, where = 'plan'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    unfrozenIn(part, `${where}.${key}`),
  );
  return Object.isFrozen(value) ? inside : [where, ...inside];
}
