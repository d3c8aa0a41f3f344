import fc from 'fast-check';
import type { MixedBatch } from '../../sandbox/faults/fault.ts';
import { forgetKey } from '../../utils/accounts/saving.ts';
import { type Item, itemById } from '../../utils/collection/item.ts';
import { recognise } from '../../utils/spotting/shapes.ts';
import { FATES, type Fate, type Mood, oddAddress } from './held-vod.ts';
import type { Moment } from './mortal-journal.ts';
import type { System } from './system.ts';

/** What the commands must know to decide what can come next. */
export interface Model {
  /** The confirmed plans, and whether each was stopped. */
  readonly jobs: { stopped: boolean }[];
  /** How many of VOD's images and videos are in a plan already; none is in two plans. */
  images: number;
  videos: number;
  snapshots: number;
  hasKey: boolean;
}

export const freshModel = (): Model => ({
  jobs: [],
  images: 0,
  videos: 0,
  snapshots: 0,
  hasKey: true,
});

type Command = fc.AsyncCommand<Model, System>;

const MOST_JOBS = 3;

/** Milliseconds after which the pace allows another call. */
const A_MOMENT = 50;

/** @returns A command that is printed as one line when a run fails. */
function command(
  told: string,
  run: (model: Model, system: System) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command {
  return {
    check,
    async run(model, system) {
      await run(model, system);
      await system.pass(A_MOMENT);
      system.truth.insist();
    },
    toString: () => told,
  };
}

interface Wanted {
  readonly addresses: number;
  readonly ids: number;
  readonly videos: number;
  /** Snapshots by their addresses, which VOD does not accept. */
  readonly snapshots: number;
  /** Adds an address and an id that VOD does not have. `odd`: an address that it rejects. */
  readonly missing: boolean;
  readonly odd: boolean;
}

function starts(wanted: Wanted): Command {
  return command(
    `starts(${JSON.stringify(wanted)})`,
    async (model, system) => {
      const { images, videos, domains } = system.vod.account;
      const own = images.slice(model.images, model.images + wanted.addresses + wanted.ids);
      model.images += own.length;
      const items = own.map(({ path, imageId }, index) =>
        index < wanted.addresses
          ? addressItem(`https://${domains[0]?.host}${path}`)
          : itemById('image-id', imageId),
      );
      const number = model.jobs.length;
      if (wanted.missing) {
        const nameless = `${number}`.padStart(32, '0');
        const missing = addressItem(
          `https://${domains[0]?.host}/image/default/${nameless}-6-2.png`,
        );
        items.splice(Math.floor(items.length / 3), 0, missing, itemById('image-id', nameless));
      }
      if (wanted.odd)
        items.splice(Math.floor(items.length / 2), 0, addressItem(oddAddress(number)));
      const snapshots = videos
        .slice(MOST_JOBS)
        .flatMap((video) => video.snapshots.filter(({ kind }) => kind === 'NormalSnapshot'))
        .slice(model.snapshots, model.snapshots + wanted.snapshots);
      model.snapshots += snapshots.length;
      for (const { path } of snapshots) {
        const item = addressItem(`https://${domains[0]?.host}${path}`);
        const videoId = recognise(item.key)?.videoId;
        items.push({ ...item, kind: 'snapshot', ...(videoId === undefined ? {} : { videoId }) });
      }
      const chosen = videos.slice(model.videos, model.videos + wanted.videos);
      model.videos += chosen.length;
      model.jobs.push({ stopped: false });
      await system.start(
        items,
        chosen.map(({ videoId }) => videoId),
      );
    },
    ({ jobs, hasKey }) => jobs.length < MOST_JOBS && hasKey,
  );
}

const lets = (count: number): Command =>
  command(`lets(${count})`, async (_model, system) => {
    for (let left = count; left > 0; left -= 1) {
      system.vod.fulfil(0, 'answered');
      await system.pass(A_MOMENT);
    }
  });

const meets = (place: number, fate: Fate): Command =>
  command(`meets(${place}, ${fate})`, async (_model, { vod }) => {
    if (vod.waiting > 0) vod.fulfil(place % vod.waiting, fate);
  });

const mood = (all: Mood): Command =>
  command(`mood(${all})`, async (_model, { vod }) => {
    vod.mood = all;
  });

const mixes = (mode: MixedBatch): Command =>
  command(`mixes(${mode})`, async (_model, { vod }) => {
    vod.mixedBatch = mode;
  });

const mayAsk = (may: boolean): Command =>
  command(`mayAsk(${may})`, async (_model, { vod }) => {
    vod.mayAsk = may;
  });

const passes = (ms: number): Command =>
  command(`passes(${ms})`, (_model, system) => system.pass(ms, Math.max(50, ms / 40)));

const wakes = (): Command =>
  command('wakes', (_model, system) => system.wake((runner) => runner.resume()));

const kills = (): Command => command('kills', async (_model, system) => system.kill());

const killsAt = (writes: number, moment: Moment): Command =>
  command(`killsAt(${writes}, ${moment})`, async (_model, system) => system.killAt(writes, moment));

/** Stops a job; with `killed`, the browser must start the worker for it. */
const stops = (job: number, killed: boolean): Command =>
  command(
    `stops(${job}, ${killed})`,
    async (model, system) => {
      const one = model.jobs[job];
      const record = system.truth.jobs[job];
      if (one === undefined || record === undefined) return;
      one.stopped = true;
      record.stopped = true;
      if (killed) system.kill();
      await system.wake((runner) => runner.stop(record.plan.id));
    },
    ({ jobs }) => jobs[job]?.stopped === false,
  );

const goesOn = (job: number): Command =>
  command(
    `goesOn(${job})`,
    (_model, system) => system.wake((runner) => runner.goOn(system.truth.jobs[job]?.plan.id ?? '')),
    ({ jobs }) => jobs[job] !== undefined,
  );

const mends = (): Command =>
  command('mends', async (model, system) => {
    model.hasKey = true;
    await system.enterKey();
    await system.wake((runner) => runner.mended(system.account.id));
  });

const losesKey = (): Command =>
  command('losesKey', async (model, system) => {
    model.hasKey = false;
    await forgetKey(system.account.id);
  });

const online = (is: boolean): Command =>
  command(`online(${is})`, async (_model, system) => {
    system.online = is;
    system.vod.mood = is ? 'holds' : 'dropped';
  });

/** A colleague deletes an image, often one that is in a plan. */
const colleague = (index: number): Command =>
  command(`colleague(${index})`, async (_model, { vod, truth }) => {
    const image = vod.account.images[index];
    if (image === undefined) return;
    const address = `https://${vod.account.domains[0]?.host}${image.path}`;
    if (!vod.has(address)) return;
    vod.remove(address);
    truth.removedByColleague(address);
    truth.removedByColleague(image.imageId);
  });

const fates = fc.constantFrom(...FATES);

/** How VOD ends a call if some of its items do not exist. */
export const mixed = fc.constantFrom<MixedBatch>('refuse-all', 'delete-then-404', 'ignore-missing');

/** Starts a job. Every run begins with it, since nothing relevant happens before. */
export const start: fc.Arbitrary<Command> = fc
  .record({
    addresses: fc.nat(45),
    ids: fc.nat(25),
    videos: fc.nat(1),
    snapshots: fc.nat(2),
    missing: fc.boolean(),
    odd: fc.boolean(),
  })
  .map(starts);

/** Every command that may happen. */
export const happenings: fc.Arbitrary<Command>[] = [
  start,
  fc.nat(6).map(lets),
  fc.tuple(fc.nat(4), fates).map(([place, fate]) => meets(place, fate)),
  fc.tuple(fc.nat(4), fates).map(([place, fate]) => meets(place, fate)),
  fc.constantFrom<Mood>('holds', 'holds', ...FATES).map(mood),
  mixed.map(mixes),
  fc.boolean().map(mayAsk),
  fc.constantFrom(50, 200, 1000, 5000, 21_000).map(passes),
  fc.constant(0).map(wakes),
  fc.constant(0).map(kills),
  fc
    .tuple(fc.nat(8), fc.constantFrom<Moment>('before', 'after'))
    .map(([writes, moment]) => killsAt(writes, moment)),
  fc.tuple(fc.nat(MOST_JOBS - 1), fc.boolean()).map(([job, killed]) => stops(job, killed)),
  fc.nat(MOST_JOBS - 1).map(goesOn),
  fc.constant(0).map(mends),
  fc.constant(0).map(losesKey),
  fc.boolean().map(online),
  fc.nat(100).map(colleague),
];

/** @returns The item of an address on a page. */
export function addressItem(address: string): Item {
  return {
    key: address,
    kind: 'image',
    certainty: 'strict',
    standing: 'mine',
    addresses: [address],
    carriers: [],
  };
}
