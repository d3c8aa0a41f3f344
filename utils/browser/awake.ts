import { browser } from 'wxt/browser';

// A worker ends after 30 s without an extension API call:
// https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
const EVERY_MS = 20_000;

let holders = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps the worker from idling away while a job runs; what it gives lets go again. */
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
