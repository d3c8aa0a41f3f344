import { errorAnswer } from '../vod/answers.ts';
import { isErrorCode, VodError } from '../vod/errors.ts';
import { type Counted, counter, type Fault } from './fault.ts';

type Options = Counted & {
  /** Any code of `vod/errors.ts`. */
  readonly code: string;
};

export const refuse: Fault<Options> = {
  doc: 'Answers with the error of the given code and does no work.',
  defaults: { times: 0, action: '', chance: 1, code: 'OperationDenied' },
  start(options) {
    const { code } = options;
    if (!isErrorCode(code)) throw new TypeError(`The gateway has no error "${code}"`);
    const strikes = counter(options);
    return {
      answerInstead: (call) => (strikes(call) ? errorAnswer(new VodError(code)) : undefined),
    };
  },
};
