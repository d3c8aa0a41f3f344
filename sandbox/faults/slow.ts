import { type Counted, counter, type Fault } from './fault.ts';

type Options = Counted & {
  /** Milliseconds to wait before the work. */
  readonly delay: number;
};

export const slow: Fault<Options> = {
  doc: 'Waits before the work; the answer is right but late.',
  defaults: { times: 0, action: '', chance: 1, delay: 3000 },
  start(options) {
    const strikes = counter(options);
    return { delay: (call) => (strikes(call) ? options.delay : 0) };
  },
};
