import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listenToWorker } from '../utils/browser/page-messages.ts';
import { shadowRootOf } from '../utils/browser/shadow-roots.ts';
import { watchDocument } from '../utils/collection/reporter.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () =>
    watchDocument(document, {
      send: (message) => browser.runtime.sendMessage(message),
      listen: listenToWorker,
      shadowRootOf,
    }),
});
