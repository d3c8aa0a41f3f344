import { readFileSync } from 'node:fs';

/** One address of the corpus, and what is known about it. */
export interface Entry {
  readonly url: string;
  readonly label:
    | 'vod-image'
    | 'vod-cover'
    | 'vod-snapshot'
    | 'vod-sprite'
    | 'vod-media-not-image'
    | 'not-vod';
  readonly videoId?: string;
  readonly where: string;
  /** The text around the address, with `<URL>` in its place. */
  readonly context?: string;
  /** Whether it is an example in documentation: masked or invented. */
  readonly docExample?: boolean;
  readonly ambiguous?: boolean;
}

function load(name: string): readonly Entry[] {
  const text = readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
}

/** Addresses of images that VOD made. */
export const vodImages = load('vod-images');
/** Look-alikes, and VOD media that are not images. */
export const lookAlikes = load('not-vod-images');
