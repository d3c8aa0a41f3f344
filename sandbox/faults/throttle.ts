import { errorAnswer } from '../vod/answers.ts';
import { VodError } from '../vod/errors.ts';
import { type Counted, counter, type Fault } from './fault.ts';

type Options = Counted & {
  /** Milliseconds in `x-acs-retry-after`; 0 omits the header. */
  readonly retryAfter: number;
};

export const throttle: Fault<Options> = {
  doc: 'Answers Throttling.User, as if other callers had used up the rate of the account.',
  defaults: { times: 0, action: '', chance: 1, retryAfter: 0 },
  start(options) {
    const strikes = counter(options);
    const headers: Record<string, string> =
      options.retryAfter > 0 ? { 'x-acs-retry-after': String(options.retryAfter) } : {};
    return {
      answerInstead: (call) =>
        strikes(call) ? { ...errorAnswer(new VodError('Throttling.User')), headers } : undefined,
    };
  },
};
