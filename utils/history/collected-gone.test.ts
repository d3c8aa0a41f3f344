import { describe, expect, it } from 'vitest';
import { type Item, itemById } from '../collection/item.ts';
import type { Outcome, TargetOutcome } from '../job/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import { collectedGone } from './collected-gone.ts';

const address = (n: number) =>
  `https://img.example.com/image/default/${String(n).padStart(32, '0')}-6-2.png`;
const id = 'f'.repeat(32);
const video = 'e'.repeat(32);
const image = (n: number): Item => ({
  key: `image ${n}`,
  kind: 'image',
  certainty: 'strict',
  standing: 'mine',
  addresses: [`${address(n)}?auth_key=1-0-0-a`],
  carriers: [],
});
const byId = itemById('image-id', id);
const targets: Plan['targets'] = [
  { by: 'url', address: address(0) },
  { by: 'url', address: address(1) },
  { by: 'id', imageId: id },
  { by: 'video', videoId: video, types: ['All'] },
];
const collected = [image(0), image(1), image(2), byId, itemById('video-id', video)];
const ended = (...outcomes: readonly Outcome[]): readonly TargetOutcome[] =>
  outcomes.map((outcome, target) => ({ jobId: 'j', target, outcome, at: 0 }));

describe('collectedGone', () => {
  it('names what is gone, under whatever signature it was collected', () => {
    expect(
      collectedGone({ targets }, ended('deleted', 'already-gone', 'deleted'), collected),
    ).toEqual(['image 0', 'image 1', `image-id:${id}`]);
  });

  it('leaves what may still be there, and what the job did not aim at', () => {
    expect(collectedGone({ targets }, ended('failed', 'unknown', 'stopped'), collected)).toEqual(
      [],
    );
  });

  it('leaves a video, of which only images were deleted', () => {
    expect(
      collectedGone({ targets }, ended('failed', 'failed', 'failed', 'deleted'), collected),
    ).toEqual([]);
  });
});
