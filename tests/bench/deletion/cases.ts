import type { SandboxProcess } from '../../../sandbox/process.ts';
import type { Item } from '../../../utils/collection/item.ts';
import { byAddress, byId, byVideo, neverThere } from '../../torture/plan.ts';

/** How many images and videos a job has. */
export interface Sizes {
  readonly images: number;
  readonly videos: number;
}

/** One job of the bench. */
export interface Case {
  readonly name: string;
  items(sandbox: SandboxProcess, sizes: Sizes): readonly Item[];
  /** Makes the sandbox misbehave. */
  before?(sandbox: SandboxProcess): Promise<void>;
}

const action = 'DeleteImage';

/** Targets in one call; in the case with missing ones, the last of each call does not exist. */
const CALL = 20;

export const cases: readonly Case[] = [
  {
    name: 'addresses',
    items: ({ accounts: [acme] }, { images }) => acme.images.slice(0, images).map(byAddress),
  },
  {
    name: 'ids',
    items: ({ accounts: [acme] }, { images }) =>
      acme.images.slice(0, images).map(({ imageId }) => byId(imageId)),
  },
  {
    name: 'videos',
    items: ({ accounts: [acme] }, { videos }) =>
      acme.videos.slice(0, videos).map(({ videoId }) => byVideo(videoId)),
  },
  {
    name: 'ids, one of 20 missing (a tenth as many)',
    items: ({ accounts: [acme] }, { images }) =>
      acme.images
        .slice(0, Math.ceil(images / 10))
        .map((image, at) => byId((at % CALL === CALL - 1 ? neverThere(image) : image).imageId)),
  },
  {
    name: 'ids, 5 % 503 and 2 % answers lost',
    items: ({ accounts: [acme] }, { images }) =>
      acme.images.slice(0, images).map(({ imageId }) => byId(imageId)),
    before: async (sandbox) => {
      await sandbox.setFault('5xx', { times: 0, action, chance: 0.05 });
      await sandbox.setFault('drop-answer', { times: 0, action, chance: 0.02 });
    },
  },
];
