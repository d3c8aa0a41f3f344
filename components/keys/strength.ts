import type { MessageKey } from '../../utils/browser/i18n.ts';

/**
 * Guesses a second of one strong graphics card against the vault's 600,000 rounds of
 * PBKDF2-SHA256: https://tobtu.com/minimum-password-settings/
 */
const GUESSES_A_SECOND = 10_000;

const HOUR = 3600;
const YEAR = 31_556_952;

/** How strong a passphrase is, weakest first: below so many seconds to guess it, in a word. */
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

/** The longest time that is told as a number; beyond it words are enough. */
export const LONGEST_TOLD = 1000 * YEAR;

/** How strong a passphrase is estimated to be. */
export interface Strength {
  /** Place in {@link STRENGTHS}. */
  readonly level: number;
  /** About how long guessing it would take. */
  readonly seconds: number;
}

/** Takes about how many guesses a passphrase stands; gives its strength. */
export function strengthOf(guesses: number): Strength {
  const seconds = guesses / GUESSES_A_SECOND;
  const level = STRENGTHS.findIndex(({ below }) => seconds < below);
  return { level: level === -1 ? STRENGTHS.length - 1 : level, seconds };
}

/** Whether a passphrase is so weak that the person is warned. */
export function isWeak({ level }: Strength): boolean {
  return STRENGTHS[level]?.tone === 'bad';
}

/** Gives the strength of a passphrase, estimated on this computer. */
export type Estimate = (passphrase: string) => Strength;

let loaded: Promise<Estimate> | undefined;

/** Loads what estimates strength: lists of words too large to load before they are needed. */
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
    // Its time grows with both; what is longer or more mixed up than this is strong already.
    maxLength: 64,
    l33tMaxSubstitutions: 20,
  });
  return (passphrase) => strengthOf(zxcvbn.check(passphrase, ['vodsweep', 'aliyun']).guesses);
}
