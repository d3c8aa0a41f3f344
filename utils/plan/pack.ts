import { MAX_ITEMS } from '../vod/input.ts';
import { type Target, targetName } from './target.ts';

/** The list of a call is in the request line, which gateways commonly limit to 8 KiB. */
const CHARACTERS_PER_CALL = 6000;

/**
 * @returns Whether a target has its own call: a video, or a snapshot by its address. VOD may refuse
 *   a snapshot, and in a call of several that looks the same as an image that is gone.
 */
export function goesAlone(target: Target): boolean {
  return target.by === 'video' || (target.by === 'url' && target.snapshot !== undefined);
}

/**
 * Packs at most 20 addresses or 20 ids into a call, and one video or snapshot.
 * @returns The calls, as lists of positions in `targets`.
 */
export function packCalls(targets: readonly Target[]): number[][] {
  const calls: number[][] = [];
  const open = new Map<Target['by'], { call: number[]; length: number }>();
  targets.forEach((target, index) => {
    if (goesAlone(target)) {
      calls.push([index]);
      return;
    }
    // An address that contains a `%` is encoded twice.
    const { length } = encodeURIComponent(encodeURIComponent(targetName(target)));
    const current = open.get(target.by);
    const fits =
      current !== undefined &&
      current.call.length < MAX_ITEMS &&
      current.length + length <= CHARACTERS_PER_CALL;
    if (fits) {
      current.call.push(index);
      current.length += length;
      return;
    }
    const call = [index];
    calls.push(call);
    open.set(target.by, { call, length });
  });
  return calls;
}
