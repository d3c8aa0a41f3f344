import { counter, type Dropping, type Fault } from './fault.ts';

export const dropAnswer: Fault<Dropping> = {
  doc: 'Does the work, then closes the connection without an answer.',
  defaults: { times: 1, action: '', chance: 1, resends: false },
  start(options) {
    const strikes = counter(options);
    const struck = new Set<string>();
    return {
      dropArrival: ({ nonce }) => !options.resends && struck.has(nonce),
      dropAnswer(call) {
        if (!strikes(call)) return false;
        struck.add(call.nonce);
        return true;
      },
    };
  },
};
