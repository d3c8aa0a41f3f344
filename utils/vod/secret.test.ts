import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from './secret.ts';

describe('Secret', () => {
  const secret = new Secret('s3cr3t-value');

  it('gives its value when asked', () => {
    expect(secret.reveal()).toBe('s3cr3t-value');
  });

  it.each([
    ['text', `${secret}`],
    ['String()', String(secret)],
    ['JSON', JSON.stringify({ secret, list: [secret] })],
    ['inspect', inspect({ deep: { secret } }, { depth: null, showHidden: true })],
    ['keys', Object.getOwnPropertyNames(secret).join()],
    ['spread', JSON.stringify({ ...secret })],
    ['an error', String(new Error(`failed: ${secret}`).stack)],
  ])('is not carried by %s', (_name, printed) => {
    expect(printed).not.toContain('s3cr3t');
  });

  it('is not carried by a structured clone', () => {
    expect(inspect(structuredClone(secret), { showHidden: true })).not.toContain('s3cr3t');
  });
});
