import { beforeEach, expect, vi } from 'vitest';
import { i18n } from './i18n.ts';
import { worker } from './worker.ts';

// Components are tested without a browser: with English texts, and with a worker whose answers the
// test sets. Do not import anything here that a test may mock: it could not be mocked then.
if (/[\\/]components[\\/]/.test(expect.getState().testPath ?? '')) {
  vi.doMock('../../utils/browser/i18n.ts', () => i18n);
  vi.doMock('../../utils/browser/messages.ts', async (original) => ({
    ...(await original<typeof import('../../utils/browser/messages.ts')>()),
    send: worker.send,
  }));
  beforeEach(() => worker.reset());
}
