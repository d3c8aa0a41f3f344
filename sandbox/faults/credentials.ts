import { counter, type Fault } from './fault.ts';

/** The ways in which the credentials URI can fail its callers. */
export const credentialsTroubles = [
  /** The right answer, but late. */
  'slow',
  /** JSON without the secret. */
  'malformed',
  /** A triple whose token has expired. */
  'expired',
  /** A redirect to another host, which would return a triple. */
  'redirect',
  /** An HTML page, such as the sign-in page of a proxy. */
  'wrong-type',
  /** The right JSON, but with the content type of plain text. */
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
  /** How many requests it affects; 0: every one until it is cleared. */
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
