import type { MessageKey } from '../../utils/browser/i18n.ts';

/**
 * Guesses per second of one strong graphics card against the vault's 600,000 rounds of
 * PBKDF2-SHA256: https://tobtu.com/minimum-password-settings/
 */
const GUESSES_A_SECOND = 10_000;

const HOUR = 3600;
const YEAR = 31_556_952;

/** The levels of strength, weakest first. `below` is a limit for the seconds to guess it. */
export const STRENGTHS = [
  { below: HOUR, name: 'strength_very_weak', tone: 'bad' },
  { below: YEAR / 12, name: 'strength_weak', tone: 'bad' },
  { below: 10 * YEAR, name: 'strength_fair', tone: 'warn' },
  { below: 1000 * YEAR, name: 'strength_good', tone: 'good' },
  { below: Number.POSITIVE_INFINITY, name: 'strength_strong', tone: 'good' },
] as const satisfies readonly {
  readonly below: number;
  readonly name: MessageKey;
  readonly tone: 'bad' | 'warn' | 'good';
}[];

/** From this number of seconds on, the time to guess is shown without a number. */
export const LONGEST_TOLD = 1000 * YEAR;

/** The estimated strength of a passphrase. */
export interface Strength {
  /** The index in {@link STRENGTHS}. */
  readonly level: number;
  /** About how long it takes to guess it. */
  readonly seconds: number;
}

/** @returns The strength of a passphrase that needs about this many guesses. */
export function strengthOf(guesses: number): Strength {
  const seconds = guesses / GUESSES_A_SECOND;
  const level = STRENGTHS.findIndex(({ below }) => seconds < below);
  return { level: level === -1 ? STRENGTHS.length - 1 : level, seconds };
}

/** @returns Whether the passphrase is so weak that the person gets a warning. */
export function isWeak({ level }: Strength): boolean {
  return STRENGTHS[level]?.tone === 'bad';
}

/** Estimates the strength of a passphrase, without sending it anywhere. */
export type Estimate = (passphrase: string) => Strength;

let loaded: Promise<Estimate> | undefined;

/** Loads the estimator once. Its word lists are too large to load before they are needed. */
export function loadEstimate(): Promise<Estimate> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    // Limits for speed: a passphrase beyond them is strong anyway.
    maxLength: 64,
    l33tMaxSubstitutions: 20,
  });
  return (passphrase) => strengthOf(zxcvbn.check(passphrase, ['vodsweep', 'aliyun']).guesses);
}
