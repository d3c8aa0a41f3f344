import { browser } from 'wxt/browser';

const NAME = 'unended-jobs';

/** The shortest that every browser allows: https://developer.chrome.com/docs/extensions/reference/api/alarms */
const MINUTES = 1;

/** Makes the browser wake the worker every minute, or ends this. */
export async function wakeEveryMinute(wake: boolean): Promise<void> {
  if (!wake) await browser.alarms.clear(NAME);
  else if ((await browser.alarms.get(NAME)) === undefined) {
    await browser.alarms.create(NAME, { periodInMinutes: MINUTES });
  }
}

/** Calls the listener when the browser starts. Must be called when the worker starts. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/**
 * Calls the listener when the browser starts, each minute after {@link wakeEveryMinute}, and when
 * the network is back. Must be called when the worker starts.
 */
export function onWake(listener: () => void): void {
  onBrowserStart(listener);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) listener();
  });
  globalThis.addEventListener('online', listener);
}

/** @returns Whether the browser is connected to a network, or does not say. */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}
