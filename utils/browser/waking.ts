import { browser } from 'wxt/browser';

const NAME = 'unended-jobs';

/** The shortest that every browser allows: https://developer.chrome.com/docs/extensions/reference/api/alarms */
const MINUTES = 1;

/** Has the browser wake the worker every minute, or no longer. */
export async function wakeEveryMinute(wake: boolean): Promise<void> {
  if (!wake) await browser.alarms.clear(NAME);
  else if ((await browser.alarms.get(NAME)) === undefined) {
    await browser.alarms.create(NAME, { periodInMinutes: MINUTES });
  }
}

/** Calls the listener when the browser starts. To be called as the worker starts. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/**
 * Calls the listener when the browser starts, each minute while that is asked for, and when the
 * network comes back. To be called as the worker starts.
 */
export function onWake(listener: () => void): void {
  onBrowserStart(listener);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) listener();
  });
  globalThis.addEventListener('online', listener);
}

/** Whether the browser is connected to a network; where it does not say, it counts as connected. */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}
