import { errorAnswer } from '../vod/answers.ts';
import { VodError } from '../vod/errors.ts';
import { type Counted, counter, type Fault } from './fault.ts';

type Options = Counted;

export const expiredToken: Fault<Options> = {
  doc: 'Treats every STS token as expired.',
  defaults: { times: 0, action: '', chance: 1 },
  start(options) {
    const strikes = counter(options);
    return {
      answerInstead: (call) =>
        call.withToken && strikes(call)
          ? errorAnswer(new VodError('InvalidSecurityToken.Expired'))
          : undefined,
    };
  },
};
