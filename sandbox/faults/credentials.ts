import { credentialsTroubles } from './credentials-trouble.ts';
import { counter, type Fault } from './fault.ts';

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
