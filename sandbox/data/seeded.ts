import { createHash } from 'node:crypto';

/** Values computed from a seed and a label, so that each stays the same when others are added. */
export interface Seeded {
  /** `length` lower-case hex digits. */
  hex(label: string, length: number): string;
  /** A whole number from `from` to `to`, both included. */
  whole(label: string, from: number, to: number): number;
  /** One of the items. */
  pick<T>(label: string, items: readonly [T, ...T[]]): T;
}

/** @returns The source of all ids, names and numbers of one sandbox. */
export function seeded(seed: number): Seeded {
  const digest = (label: string): Buffer =>
    createHash('sha512').update(`${seed}/${label}`).digest();
  const whole = (label: string, from: number, to: number): number =>
    from + (digest(label).readUInt32BE(0) % (to - from + 1));
  return {
    hex: (label, length) => digest(label).toString('hex').slice(0, length),
    whole,
    pick: (label, items) => items[whole(label, 0, items.length - 1)] ?? items[0],
  };
}

/** @returns A function like `Math.random`; the same seed always makes the same numbers. */
export function draws(seed: number): () => number {
  let drawn = 0;
  const from = seeded(seed);
  return () => {
    drawn += 1;
    return from.whole(`draw/${drawn}`, 0, 999_999) / 1_000_000;
  };
}
