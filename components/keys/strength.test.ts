import { beforeAll, describe, expect, it } from 'vitest';
import { type Estimate, isWeak, loadEstimate, STRENGTHS, strengthOf } from './strength.ts';

let estimate: Estimate;
const nameOf = (passphrase: string) => STRENGTHS[estimate(passphrase).level]?.name;

beforeAll(async () => {
  estimate = await loadEstimate();
});

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'strength_very_weak'],
    ['password1', 'strength_very_weak'],
    ['P@ssw0rd2024', 'strength_very_weak'],
    ['vodsweep', 'strength_very_weak'],
    ['aliyun123', 'strength_very_weak'],
    ['glacier unfold', 'strength_weak'],
    ['7f1c9bd0e35a4c6f8a2b', 'strength_strong'],
    ['glacier unfold barista nimbly', 'strength_strong'],
  ])('of “%s” is %s', (passphrase, name) => {
    expect(nameOf(passphrase)).toBe(name);
  });

  it('grows with the number of guesses', () => {
    const levels = [1, 1e7, 1e9, 1e12, 1e14, 1e30, Number.POSITIVE_INFINITY].map(
      (guesses) => strengthOf(guesses).level,
    );
    expect(levels).toEqual([0, 0, 1, 2, 3, 4, 4]);
  });

  it('is weak only when guessing needs less than a month', () => {
    expect(STRENGTHS.map((_, level) => isWeak({ level, seconds: 0 }))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
