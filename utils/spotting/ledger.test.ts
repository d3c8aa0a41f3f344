import { describe, expect, it } from 'vitest';
import { startLedger } from './ledger.ts';
import { recognise } from './shapes.ts';
import { type Sighting, sightingOf } from './sighting.ts';

const PATH = '/image/default/B40651C803F347371D06AFDCE7D3D218-6-2.png';

function seen(carrier: Sighting['carriers'][number], address: string): Sighting {
  const found = recognise(address);
  if (!found) throw new Error(address);
  return sightingOf(found, [carrier]);
}

describe('the ledger', () => {
  it('joins addresses and carriers of one image, and reports them once', () => {
    const ledger = startLedger();
    expect(ledger.add(seen('img', `https://v.example${PATH}`))).toBe(true);
    expect(ledger.add(seen('img', `https://v.example${PATH}`))).toBe(false);
    expect(ledger.takeNews(9)).toHaveLength(1);
    expect(ledger.hasNews()).toBe(false);
    ledger.add(seen('lazy', `http://V.example${PATH}?a=1`));
    expect(ledger.takeNews(9)).toMatchObject([
      {
        carriers: ['img', 'lazy'],
        addresses: [`https://v.example${PATH}`, `http://V.example${PATH}?a=1`],
      },
    ]);
  });

  it('reports nothing new when an image is loaded after it was seen', () => {
    const ledger = startLedger();
    ledger.add(seen('img', `https://v.example${PATH}`));
    expect(ledger.add(seen('resource', `https://v.example${PATH}`))).toBe(false);
  });

  it('does not grow without limit', () => {
    const ledger = startLedger();
    for (let n = 0; n < 25_000; n++) {
      const id = n.toString(16).padStart(32, '0');
      ledger.add(sightingOf({ kind: 'video-id', id }, ['script']));
      ledger.add(seen('img', `https://v.example${PATH}?n=${n}`));
    }
    expect(ledger.all()).toHaveLength(20_000);
    expect(ledger.all().find(({ kind }) => kind === 'image')?.addresses).toHaveLength(16);
  });
});
