import { browser } from 'wxt/browser';

/** Whether there was input to the computer lately; `locked`: its screen is locked, where that shows. */
export type IdleState = 'active' | 'idle' | 'locked';

/** Calls the listener when the state changes. To be called as the worker starts. */
export function onIdleState(listener: (state: IdleState) => void): void {
  // Android has no such API.
  browser.idle?.onStateChanged.addListener(listener);
}

/** After how many minutes without input the computer counts as idle; the browser forgets it. */
export function setIdleAfter(minutes: number): void {
  browser.idle?.setDetectionInterval(minutes * 60);
}

/** The state now, judged by so many minutes. */
export async function idleState(minutes: number): Promise<IdleState> {
  return (await browser.idle?.queryState(minutes * 60)) ?? 'active';
}
