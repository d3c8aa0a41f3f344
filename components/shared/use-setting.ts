import type { Effective, Setting } from '../../utils/settings/setting.ts';
import { useObserved } from './hooks.ts';

/** @returns The effective value of a setting, and whether it is locked; `undefined` until read. */
export function useSetting<T>(setting: Setting<T>): Effective<T> | undefined {
  return useObserved<Effective<T>>((listener) => setting.observe(listener), [setting])?.value;
}
