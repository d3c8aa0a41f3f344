import { browser } from 'wxt/browser';

/** In a content script: calls the listener with each message of the worker, until the signal. */
export function listenToWorker(listener: (message: unknown) => void, signal: AbortSignal): void {
  // Nothing is given back, so that no answer is waited for.
  const onMessage = (message: unknown) => void listener(message);
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
