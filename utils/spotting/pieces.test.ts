import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { PIECE, pieces } from './pieces.ts';

it('loses no text, and makes no piece too long', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('a', 'a b', '{"a":1}', '\ud800'),
      fc.nat(300_000),
      (part, length) => {
        const text = part.repeat(length).slice(0, length);
        const cut = [...pieces(text)];
        expect(cut.join('')).toBe(text);
        expect(cut.every((piece) => piece.length <= PIECE)).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

it('splits no address of a list', () => {
  const url = 'https://v.example/image/default/B40651C803F347371D06AFDCE7D3D218-6-2.png';
  const text = JSON.stringify(Array.from({ length: 5000 }, (_, n) => ({ n, url })));
  expect([...pieces(text)].reduce((sum, piece) => sum + piece.split(url).length - 1, 0)).toBe(5000);
});
