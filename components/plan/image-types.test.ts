import { describe, expect, it } from 'vitest';
import { countChosen, countTypes, takesCovers, withType } from './image-types.ts';

describe('withType', () => {
  it('adds and removes types, in the order of the API', () => {
    const two = withType(withType(undefined, 'SpriteSnapshot'), 'CoverSnapshot');
    expect(two).toEqual(['CoverSnapshot', 'SpriteSnapshot']);
    expect(withType(two, 'CoverSnapshot')).toEqual(['SpriteSnapshot']);
  });

  it('keeps All alone', () => {
    expect(withType(['CoverSnapshot'], 'All')).toEqual(['All']);
    expect(withType(['All'], 'NormalSnapshot')).toEqual(['NormalSnapshot']);
  });

  it('returns no choice when no type is left', () => {
    expect(withType(['All'], 'All')).toBeUndefined();
    expect(withType(['CoverSnapshot'], 'CoverSnapshot')).toBeUndefined();
  });
});

describe('takesCovers', () => {
  it('returns whether a video loses its cover', () => {
    expect(takesCovers(['All'])).toBe(true);
    expect(takesCovers(['CoverSnapshot', 'NormalSnapshot'])).toBe(true);
    expect(takesCovers(['NormalSnapshot'])).toBe(false);
    expect(takesCovers(undefined)).toBe(false);
  });
});

describe('countChosen', () => {
  const all = { CoverSnapshot: 1, NormalSnapshot: 8, SpriteSnapshot: 2, SpriteOriginSnapshot: 2 };

  it('adds up the chosen types', () => {
    expect(countChosen(['CoverSnapshot', 'NormalSnapshot'], all)).toBe(9);
    expect(countChosen(['All'], all)).toBe(13);
  });

  it('returns nothing when a count is unknown or no type is chosen', () => {
    expect(countChosen(['All'], { CoverSnapshot: 1 })).toBeUndefined();
    expect(countChosen(['CoverSnapshot'], { CoverSnapshot: 1 })).toBe(1);
    expect(countChosen(undefined, all)).toBeUndefined();
  });
});

describe('countTypes', () => {
  const videos = {
    a: { CoverSnapshot: 1, NormalSnapshot: 8 },
    b: { CoverSnapshot: 2 },
  };

  it('adds up the counts that VOD has for all videos, and leaves out the rest', () => {
    expect(countTypes(videos, ['a', 'b'])).toEqual({ CoverSnapshot: 3 });
    expect(countTypes(videos, ['a'])).toEqual({ CoverSnapshot: 1, NormalSnapshot: 8 });
    expect(countTypes(videos, ['a', 'c'])).toEqual({});
    expect(countTypes(videos, [])).toEqual({});
  });
});
