import { expect, it } from 'vitest';
import { understand } from '../accounts/managed.ts';
import { managedLimitFault } from './managed-limits.ts';
import type { Target } from './target.ts';

const url: Target = { by: 'url', address: 'https://vod.acme.example/image/default/a.png' };
const id: Target = { by: 'id', imageId: 'a1' };
const video: Target = { by: 'video', videoId: 'b1', types: ['All'] };

it('lets everything pass where nothing is set', () => {
  expect(managedLimitFault({ targets: [url, id, video] }, understand({}))).toBeUndefined();
});

it.each([
  [{ byAddress: false }, url, 'address-forbidden'],
  [{ byId: false }, id, 'id-forbidden'],
  [{ byVideo: false }, video, 'video-forbidden'],
])('forbids a way wherever in the plan it is, and no other: %j', (deletions, target, fault) => {
  const managed = understand({ deletions });
  const others = [url, id, video].filter((one) => one !== target);
  expect(managedLimitFault({ targets: others }, managed)).toBeUndefined();
  expect(managedLimitFault({ targets: [...others, target] }, managed)).toBe(fault);
});

it('lets as many pass as are allowed, and not one more', () => {
  const managed = understand({ largestJob: 3 });
  expect(managedLimitFault({ targets: Array(3).fill(url) }, managed)).toBeUndefined();
  expect(managedLimitFault({ targets: Array(4).fill(url) }, managed)).toBe('too-many');
});
