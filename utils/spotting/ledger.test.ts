import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';
import { recognise } from './shapes.ts';

const PATH = '/image/default/B40651C803F347371D06AFDCE7D3D218-6-2.png';

function image(address: string) {
  const found = recognise(address);
  if (!found) throw new Error(address);
  return found;
}

describe('Ledger', () => {
  it('joins addresses and carriers of one image, and tells them once', () => {
    const ledger = new Ledger();
    expect(ledger.add({ carrier: 'img', image: image(`https://v.example${PATH}`) })).toBe(true);
    expect(ledger.add({ carrier: 'img', image: image(`https://v.example${PATH}`) })).toBe(false);
    expect(ledger.takeNews(9)).toHaveLength(1);
    expect(ledger.hasNews).toBe(false);
    ledger.add({ carrier: 'lazy', image: image(`http://V.example${PATH}?a=1`) });
    expect(ledger.takeNews(9)).toMatchObject([
      {
        carriers: ['img', 'lazy'],
        addresses: [`https://v.example${PATH}`, `http://V.example${PATH}?a=1`],
      },
    ]);
  });

  it('says nothing more of an image that was loaded after it was seen', () => {
    const ledger = new Ledger();
    ledger.add({ carrier: 'img', image: image(`https://v.example${PATH}`) });
    expect(ledger.add({ carrier: 'resource', image: image(`https://v.example${PATH}`) })).toBe(
      false,
    );
  });

  it('does not grow without bound', () => {
    const ledger = new Ledger();
    for (let n = 0; n < 25_000; n++) {
      const id = n.toString(16).padStart(32, '0');
      ledger.add({ carrier: 'script', id: { kind: 'video-id', id } });
      ledger.add({ carrier: 'img', image: image(`https://v.example${PATH}?n=${n}`) });
    }
    expect(ledger.all()).toHaveLength(20_000);
    expect(ledger.all().find(({ kind }) => kind === 'image')?.addresses).toHaveLength(16);
  });
});
