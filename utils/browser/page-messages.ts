import { browser } from 'wxt/browser';

/** For content scripts: calls the listener with each message of the worker, until the signal. */
export function listenToWorker(listener: (message: unknown) => void, signal: AbortSignal): void {
  // It returns nothing, so that the sender waits for no answer.
  const onMessage = (message: unknown) => void listener(message);
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
