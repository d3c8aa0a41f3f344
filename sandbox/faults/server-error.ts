import { errorAnswer } from '../vod/answers.ts';
import { VodError } from '../vod/errors.ts';
import { type Counted, counter, type Fault } from './fault.ts';

type Options = Counted & {
  /** Answers 502 with an HTML page, as a broken proxy would. */
  readonly html: boolean;
};

const badGateway =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>Tengine</center>\r\n</body>\r\n</html>\r\n';

export const serverError: Fault<Options> = {
  doc: 'Answers 503 ServiceUnAvailable, or 502 with HTML, and does no work.',
  defaults: { times: 1, action: '', chance: 1, html: false },
  start(options) {
    const strikes = counter(options);
    return {
      answerInstead(call) {
        if (!strikes(call)) return undefined;
        if (options.html) return { status: 502, fields: {}, html: badGateway };
        return errorAnswer(new VodError('ServiceUnAvailable'));
      },
    };
  },
};
