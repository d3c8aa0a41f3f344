import { describe, expect, it } from 'vitest';
import { endsHere } from './reporter.ts';
import { originExpression } from './site-patterns.ts';

const end = (removed: string[], kept: string[] = []) => ({
  vodsweep: 'end',
  removed: originExpression(removed),
  kept: originExpression(kept),
});

describe('the end of a watch', () => {
  it.each([
    ['its site was taken back', end(['https://a.example/*']), 'https://a.example', true],
    ['another was', end(['https://b.example/*']), 'https://a.example', false],
    ['every site was', end(['https://*/*']), 'https://a.example', true],
    ['every other was', end(['https://*/*'], ['https://a.example/*']), 'https://a.example', false],
    ['it has no origin', end(['https://b.example/*']), 'null', true],
    ['no order came', { vodsweep: 'start' }, 'https://a.example', false],
    ['nothing came', undefined, 'https://a.example', false],
    ['a text came', 'end', 'null', false],
  ])('when %s', (_when, order, origin, ends) => expect(endsHere(order, origin)).toBe(ends));
});
