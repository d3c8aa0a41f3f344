// @vitest-environment happy-dom
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { originExpression } from '../browser/site-patterns.ts';
import { reportSchema } from '../tabs/reports/report-schema.ts';
import type { Report } from './report.ts';
import { endsHere, watchDocument } from './watch-document.ts';

const end = (removed: string[], kept: string[] = []) => ({
  vodsweep: 'end',
  removed: originExpression(removed),
  kept: originExpression(kept),
});

describe('whether a watch ends', () => {
  it.each([
    ['its site was removed', end(['https://a.example/*']), 'https://a.example', true],
    ['another site was removed', end(['https://b.example/*']), 'https://a.example', false],
    ['every site was removed', end(['https://*/*']), 'https://a.example', true],
    [
      'every other site was removed',
      end(['https://*/*'], ['https://a.example/*']),
      'https://a.example',
      false,
    ],
    ['it has no origin', end(['https://b.example/*']), 'null', true],
    ['no order came', { vodsweep: 'start' }, 'https://a.example', false],
    ['nothing came', undefined, 'https://a.example', false],
    ['a text came instead', 'end', 'null', false],
  ])('when %s', (_when, order, origin, ends) => expect(endsHere(order, origin)).toBe(ends));
});

describe('a watched document', () => {
  let end: () => void = () => {};
  afterEach(() => {
    end();
    vi.unstubAllGlobals();
    document.body.replaceChildren();
  });

  const addImage = (digit: string) => {
    const image = document.createElement('img');
    image.src = `https://v.example/image/default/${digit.repeat(32)}-6-2.png`;
    document.body.append(image);
  };

  function watch(ownHosts: readonly string[] = []): Report[] {
    const sent: Report[] = [];
    watchDocument(document, {
      async send({ command, input }) {
        if (command === 'reportSightings') sent.push(input);
        return {};
      },
      listen(listener) {
        end = () => listener({ vodsweep: 'end', removed: '', kept: 'nowhere' });
      },
      ownHosts,
      shadowRootOf: () => null,
    });
    return sent;
  }

  it('is watched, whatever names its elements have', async () => {
    // A browser returns an element by its id when the window has no such property.
    const names = Object.getPrototypeOf(globalThis);
    Reflect.deleteProperty(globalThis, 'vodsweepWatch');
    Object.defineProperty(names, 'vodsweepWatch', {
      value: document.createElement('a'),
      configurable: true,
      writable: true,
    });
    try {
      const sent = watch();
      addImage('a');
      await vi.waitFor(() => expect(sent).toHaveLength(1));
    } finally {
      Reflect.deleteProperty(names, 'vodsweepWatch');
    }
  });

  it('reports under its own id, also without crypto.randomUUID', async () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    });
    addImage('a');
    const sent = watch();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(v.parse(reportSchema, sent[0]).sightings).toHaveLength(1);
    expect(sent[0]?.document).toMatch(/^\d+(?:-\d+){3}$/);
  });

  it('is watched again when the own hosts have changed, and only then', async () => {
    const image = document.createElement('img');
    image.src = 'https://v.example/cover/summer.png';
    document.body.append(image);
    const before = watch();
    expect(watch()).toEqual([]);
    const after = watch(['v.example']);
    await vi.waitFor(() => expect(after[0]?.sightings).toHaveLength(1));
    expect(before).toEqual([]);
  });

  it('replaces its first reports when it comes back from the cache', async () => {
    addImage('a');
    const sent = watch();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    addImage('b');
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    const back = () =>
      dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true } as const));
    back();
    back();
    expect(sent.map(({ number, sightings }) => [number, sightings.length])).toEqual([
      [0, 1],
      [1, 1],
      [0, 2],
      [0, 2],
    ]);
  });
});
