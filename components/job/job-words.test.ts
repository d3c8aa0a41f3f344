import { describe, expect, it } from 'vitest';
import { jobTitle } from './job-words.ts';

describe('jobTitle', () => {
  it('distinguishes images from videos whose images are deleted', () => {
    expect(jobTitle({ total: 1, videos: 0 })).toBe('Deletion of 1 image');
    expect(jobTitle({ total: 23, videos: 0 })).toBe('Deletion of 23 images');
    expect(jobTitle({ total: 1, videos: 1 })).toBe('Deletion of images of 1 video');
    expect(jobTitle({ total: 5, videos: 3 })).toBe(
      'Deletion of 2 images and of images of 3 videos',
    );
  });
});
