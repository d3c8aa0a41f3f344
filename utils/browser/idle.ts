import { browser } from 'wxt/browser';

/** Whether there was input to the computer. `locked`: its screen is locked, where that is known. */
export type IdleState = 'active' | 'idle' | 'locked';

/** Calls the listener when the state changes. Must be called when the worker starts. */
export function onIdleState(listener: (state: IdleState) => void): void {
  // Android has no such API.
  browser.idle?.onStateChanged.addListener(listener);
}

/** Sets after how many minutes without input the computer is idle. The browser does not keep it. */
export function setIdleAfter(minutes: number): void {
  browser.idle?.setDetectionInterval(minutes * 60);
}

/** @returns The state now: `idle` after this many minutes without input. */
export async function idleState(minutes: number): Promise<IdleState> {
  return (await browser.idle?.queryState(minutes * 60)) ?? 'active';
}
