// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import {
  askForPictures,
  drawMarks,
  eraseMarks,
  holdsOne,
  hurrySpotter,
  lookUnderPointer,
  sayOnPage,
  showOne,
  watchedDocument,
} from './on-demand.ts';
import type { Watch } from './watch-document.ts';

/** A function as a page gets it: created from its text, without access to anything around it. */
function arrived<Args extends unknown[], Result>(
  sent: (...args: Args) => Result,
): (...args: Args) => Result {
  return new Function(`return ${sent}`)();
}

const watch = (element: Element) =>
  ({
    document: '1-2-3-4',
    signal: new AbortController().signal,
    spotter: { elementOf: () => element, sightings: () => [{}], hurry: () => {} },
  }) as unknown as Watch;

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'vodsweepWatch');
  Reflect.deleteProperty(globalThis, 'vodsweepMarks');
});

describe('the functions that run in a page', () => {
  const order = { owned: [], collected: [] };

  it('answer where the extension is not running', () => {
    expect(arrived(watchedDocument)()).toBeUndefined();
    expect(arrived(holdsOne)(['k'])).toBe(false);
    expect(arrived(showOne)(['k'])).toBe(false);
    expect(arrived(drawMarks)(order)).toBe('nothing');
    expect(arrived(sayOnPage)('hello')).toBe(false);
    expect(arrived(eraseMarks)()).toBeUndefined();
    expect(arrived(hurrySpotter)()).toBeUndefined();
    expect(arrived(askForPictures)({ wanted: [], anywhere: 0, size: 8 })).toBeUndefined();
  });

  it('use the watch and the marks of the frame', () => {
    globalThis.vodsweepWatch = watch(document.body);
    expect(arrived(watchedDocument)()).toBe('1-2-3-4');
    expect(arrived(holdsOne)(['k'])).toBe(true);
    expect(arrived(drawMarks)(order)).toBe('no-script');
    const said: string[] = [];
    globalThis.vodsweepMarks = {
      draw: () => said.push('draw'),
      erase: () => said.push('erase'),
      show: () => true,
      say: (text) => said.push(text),
    };
    expect(arrived(drawMarks)(order)).toBe('drawn');
    expect(arrived(showOne)(['k'])).toBe(true);
    expect(arrived(sayOnPage)('hello')).toBe(true);
    arrived(eraseMarks)();
    expect(said).toEqual(['draw', 'hello', 'erase']);
  });

  it('ignore elements that have the names of our globals', () => {
    const names = Object.getPrototypeOf(globalThis);
    Object.defineProperty(names, 'vodsweepWatch', {
      value: document.createElement('form'),
      configurable: true,
    });
    try {
      expect(arrived(watchedDocument)()).toBeUndefined();
      expect(arrived(holdsOne)(['k'])).toBe(false);
      expect(arrived(drawMarks)(order)).toBe('nothing');
    } finally {
      Reflect.deleteProperty(names, 'vodsweepWatch');
    }
  });

  it('find nothing when the pointer is elsewhere', () => {
    // `tests/e2e/menus.spec.ts` tests it with a pointer.
    expect(arrived(lookUnderPointer)()).toBeUndefined();
  });
});
