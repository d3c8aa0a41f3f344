import { browser } from 'wxt/browser';

// The browser ends a worker after 30 s without an extension API call:
// https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
const EVERY_MS = 20_000;

let holders = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Keeps the worker alive by an API call every 20 s, as long as anybody needs it.
 * @returns A function that ends this for one caller.
 */
export function stayAwake(): () => void {
  holders += 1;
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), EVERY_MS);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    holders -= 1;
    if (holders > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
