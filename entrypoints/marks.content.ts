import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { drawOnPage } from '../utils/page/draw-on-page.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => drawOnPage(document, (message) => browser.runtime.sendMessage(message)),
});
