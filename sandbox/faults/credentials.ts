import { counter, type Fault } from './fault.ts';

/** The ways in which the credentials URI can fail its callers. */
export const credentialsTroubles = [
  /** Right, but late. */
  'slow',
  /** JSON without the secret. */
  'malformed',
  /** A triple whose token has ended. */
  'expired',
  /** Sent on to another host, which would give a triple. */
  'redirect',
  /** A page of HTML, as a sign-in page on the way would be. */
  'wrong-type',
  /** The right JSON, called plain text. */
  'mislabelled',
  /** JSON of two megabytes. */
  'too-large',
  /** HTTP 500. */
  'server-error',
  /** HTTP 200 with a Code other than Success. */
  'refused',
  /** The connection is closed. */
  'drop',
] as const;

export type CredentialsTrouble = (typeof credentialsTroubles)[number];

type Options = {
  readonly mode: string;
  /** How many requests it strikes; 0 is every one until it is cleared. */
  readonly times: number;
  /** Milliseconds that `slow` waits. */
  readonly delay: number;
};

export const credentials: Fault<Options> = {
  doc: 'The credentials URI is slow, or gives something else than credentials.',
  defaults: { mode: 'server-error', times: 0, delay: 3000 },
  start({ mode, times, delay }) {
    const trouble = credentialsTroubles.find((one) => one === mode);
    if (trouble === undefined) {
      throw new TypeError(
        `The option "mode" of the fault "credentials" is one of ${credentialsTroubles.join(', ')}`,
      );
    }
    const strikes = counter({ times, action: '', chance: 1 });
    return {
      credentials: () =>
        strikes({ action: '', nonce: '', withToken: false }) ? { trouble, delay } : undefined,
    };
  },
};
