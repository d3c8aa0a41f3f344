import type { SandboxVideo } from '../../sandbox/inventory.ts';
import type { Ended } from '../../tests/drive/popup/popup.ts';
import { allBut, faultsOfKept, type Loaded, lookFor } from './judge.ts';
import { takePictures } from './pictures.ts';
import { deleteAndWatch, leave, review, type Stage, say } from './tour.ts';

/** A part of the tour; gives what was not as it should be. */
export interface Scene {
  readonly title: string;
  play(stage: Stage): Promise<readonly string[]>;
}

function faultsOfOutcomes(ended: readonly Ended[], targets: number): string[] {
  const faults = ended
    .filter(({ outcome, requestId }) => outcome !== 'deleted' || requestId === undefined)
    .map((one) => `${one.url ?? one.imageId ?? one.videoId} ended as ${one.outcome}`);
  if (ended.length !== targets) faults.push(`${ended.length} outcomes for ${targets} targets`);
  return faults;
}

async function faultsOfGone(
  { sandbox }: Stage,
  addresses: Iterable<string>,
  loaded: Loaded,
): Promise<readonly string[]> {
  const { faults, atOrigin, cached } = await lookFor(sandbox, addresses, loaded);
  say(`${atOrigin} files are gone at the origin, ${cached} still served from the CDN's cache`);
  return faults;
}

/** All of the account's images on the front page, by their addresses. */
export const byAddress: Scene = {
  title: 'By address: all images of the front page',
  async play(stage) {
    const { sandbox } = stage;
    const [account] = sandbox.accounts;
    const held = sandbox.expectedOn('/').addresses;
    const mine = new Set(
      held.filter((one) => one.account === account.name).map(({ bare }) => bare),
    );
    const kept = allBut(sandbox, mine);

    const visit = await review(stage, '/');
    await takePictures(visit.page, '1-page', true);
    const rows = await visit.popup.rowCount(mine.size);
    say(`The popup lists ${rows} images, ${mine.size} of them the account's`);
    await visit.popup.selectAll();
    await takePictures(visit.popup.page, '2-popup');
    await visit.popup.askToDelete();
    const ended = await deleteAndWatch(visit.popup, '3');
    const faults = [
      ...faultsOfOutcomes(ended, mine.size),
      ...(await faultsOfGone(stage, mine, visit.loaded)),
      ...faultsOfKept(sandbox, kept),
    ];
    await visit.page.reload({ waitUntil: 'networkidle' });
    await takePictures(visit.page, '4-page-after', true);
    await leave(visit);
    return faults;
  },
};

/** One image by its ImageId. */
export const byImageId: Scene = {
  title: 'By ImageId: the handout of the first course',
  async play(stage) {
    const { sandbox } = stage;
    const id = sandbox.expectedOn('/course/1').ids.find(({ kind }) => kind === 'ImageId')?.id;
    const image = sandbox.accounts[0].images.find(({ imageId }) => imageId === id);
    if (!image) return ['The page has no ImageId'];
    const going = [image.addresses.plain];
    const kept = allBut(sandbox, going);
    const visit = await review(stage, '/course/1');
    await visit.popup.rowCount(1);
    await visit.popup.select(image.imageId);
    await visit.popup.askToDelete();
    const ended = await deleteAndWatch(visit.popup, '5-image-id');
    await leave(visit);
    return [
      ...faultsOfOutcomes(ended, 1),
      ...(await faultsOfGone(stage, going, visit.loaded)),
      ...faultsOfKept(sandbox, kept),
    ];
  },
};

const everyType = [
  'CoverSnapshot',
  'NormalSnapshot',
  'SpriteSnapshot',
  'SpriteOriginSnapshot',
] as const;

type ImageType = (typeof everyType)[number] | 'All';

function addressesOf(video: SandboxVideo, types: readonly string[]): string[] {
  return everyType
    .filter((type) => types.includes(type))
    .flatMap((type) => video.snapshots[type].map(({ addresses }) => addresses.plain));
}

/** The images of a course's video, by its VideoId and the types of images. */
export function byVideoId(course: number, types: readonly ImageType[], pictures?: string): Scene {
  return {
    title: `By VideoId: ${types.join(', ')} of course ${course}`,
    async play(stage) {
      const { sandbox } = stage;
      const video = sandbox.accounts[0].videos[course - 1];
      if (!video) return ['There is no such course'];
      const going = addressesOf(video, types.includes('All') ? everyType : types);
      const kept = allBut(sandbox, going);

      const visit = await review(stage, `/course/${course}`);
      await visit.popup.rowCount(1);
      await visit.popup.select(video.videoId);
      await visit.popup.askToDelete();
      await visit.popup.chooseTypes(types);
      const ended = await deleteAndWatch(visit.popup, pictures);
      await leave(visit);
      return [
        ...faultsOfOutcomes(ended, 1),
        ...(await faultsOfGone(stage, going, visit.loaded)),
        ...faultsOfKept(sandbox, kept),
      ];
    },
  };
}

/** The tour. */
export const scenes: readonly Scene[] = [
  byAddress,
  byImageId,
  byVideoId(1, ['CoverSnapshot'], '6-video-id'),
  byVideoId(2, ['NormalSnapshot']),
  byVideoId(3, ['SpriteSnapshot']),
  byVideoId(4, ['SpriteOriginSnapshot']),
  byVideoId(5, ['CoverSnapshot', 'SpriteSnapshot']),
  byVideoId(2, ['All']),
];
