import { describe, expect, it } from 'vitest';
import { cropOf, isFlat, MOST_WANTED, readAnswer, unmoved } from './picture-answer.ts';

const picture = 'data:image/webp;base64,UklGRgAA';
const box = { left: 10, top: 20, width: 100, height: 50 };
const view = { width: 800, height: 600 };
const answer = (found: unknown, more: object = {}) => ({ loadedAt: 1, view, found, ...more });
const boxed = (at: number, more: object = {}) => ({ at, box: { ...box, ...more } });
const read = (given: unknown) => {
  const parsed = readAnswer(given);
  if (parsed === undefined) throw new Error('It was not read');
  return parsed;
};

describe('the answer of a page', () => {
  it('is accepted when it contains pictures or boxes', () => {
    const given = answer([{ at: 0, picture }, boxed(1)]);
    expect(readAnswer(given)).toEqual(given);
    expect(readAnswer({ loadedAt: 1, found: [] })).toEqual({ loadedAt: 1, found: [] });
  });

  it.each([
    undefined,
    null,
    'data:image/png;base64,AAAA',
    answer('none'),
    answer([{ at: 0, picture: 'https://tracker.example/a.png' }]),
    answer([{ at: 0, picture: 'data:image/svg+xml;base64,AAAA' }]),
    answer([{ at: 0, picture: 'data:text/html;base64,AAAA' }]),
    answer([{ at: 0, picture: 'data:image/png,AAAA' }]),
    answer([{ at: 0, picture: `${picture}"><script>` }]),
    answer([{ at: 0, picture: `data:image/png;base64,${'A'.repeat(60_000)}` }]),
    answer([{ at: 0, picture, box }]),
    answer([{ at: 0, picture, more: 1 }]),
    answer([{ at: MOST_WANTED, picture }]),
    answer([{ at: -1, picture }]),
    answer([{ at: 0.5, picture }]),
    answer([boxed(0, { left: null })]),
    answer([boxed(0, { left: Number.NaN })]),
    answer([boxed(0, { top: Number.POSITIVE_INFINITY })]),
    answer([boxed(0, { width: 0 })]),
    answer([boxed(0, { height: -5 })]),
    answer([boxed(0, { left: 1e9 })]),
    answer(Array.from({ length: 301 }, () => boxed(0))),
    answer([], { view: { width: 0, height: 600 } }),
    answer([], { loadedAt: '1' }),
    answer([], { command: 'startJob' }),
  ])('is rejected when it is anything else (%#)', (given) => {
    expect(readAnswer(given)).toBeUndefined();
  });
});

describe('the boxes that have not moved', () => {
  const before = read(answer([boxed(0), boxed(1), boxed(2), { at: 3, picture }]));

  it('are those in the same place of the same document', () => {
    const after = read(answer([boxed(0), boxed(1, { left: 11 }), boxed(3)]));
    expect([...unmoved(before, after)]).toEqual([[0, box]]);
  });

  it('are none in another document, or when the tab has another size', () => {
    const found = [boxed(0)];
    expect(unmoved(before, read(answer(found, { loadedAt: 2 }))).size).toBe(0);
    const narrower = { view: { ...view, width: 700 } };
    expect(unmoved(before, read(answer(found, narrower))).size).toBe(0);
    const unknown = read({ loadedAt: 1, found });
    expect(unmoved(unknown, unknown).size).toBe(0);
  });
});

describe('the crop', () => {
  it('is the middle square of the box, in the pixels of the capture', () => {
    expect(cropOf(box, view, view)).toEqual({ left: 35, top: 20, side: 50 });
    const dense = { width: 1600, height: 1200 };
    expect(cropOf(box, view, dense)).toEqual({ left: 70, top: 40, side: 100 });
    const tall = { left: 0, top: 0, width: 10, height: 30 };
    expect(cropOf(tall, view, view)).toEqual({ left: 0, top: 10, side: 10 });
  });

  it('is undefined outside of the capture, and for a capture of something else', () => {
    expect(cropOf({ ...box, left: -40 }, view, view)).toBeUndefined();
    expect(cropOf({ ...box, top: 590 }, view, view)).toBeUndefined();
    expect(cropOf(box, view, { width: 800, height: 500 })).toBeUndefined();
  });
});

it('distinguishes a single colour from a picture', () => {
  const grey = [200, 200, 200, 255];
  expect(isFlat([...grey, 203, 198, 200, 255, ...grey])).toBe(true);
  expect(isFlat([...grey, ...grey, 200, 200, 120, 255])).toBe(false);
});
