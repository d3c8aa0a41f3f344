import { counter, type Dropping, type Fault } from './fault.ts';

export const dropConnection: Fault<Dropping> = {
  doc: 'Closes the connection before anything is looked at or done.',
  defaults: { times: 1, action: '', chance: 1, resends: false },
  start(options) {
    const strikes = counter(options);
    const struck = new Set<string>();
    return {
      dropArrival(call) {
        if (!options.resends && struck.has(call.nonce)) return true;
        if (!strikes(call)) return false;
        struck.add(call.nonce);
        return true;
      },
    };
  },
};
