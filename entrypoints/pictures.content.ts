import { defineContentScript } from 'wxt/utils/define-content-script';
import { searchPictures } from '../utils/page/pictures/search.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    globalThis.vodsweepPictures = searchPictures;
  },
});
