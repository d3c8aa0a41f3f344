import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { readOwnHosts } from '../utils/browser/own-hosts.ts';
import { listenToWorker } from '../utils/browser/page-messages.ts';
import { shadowRootOf } from '../utils/browser/shadow-roots.ts';
import { watchDocument } from '../utils/page/watch-document.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: async () =>
    watchDocument(document, {
      send: (message) => browser.runtime.sendMessage(message),
      listen: listenToWorker,
      ownHosts: await readOwnHosts(),
      shadowRootOf,
    }),
});
