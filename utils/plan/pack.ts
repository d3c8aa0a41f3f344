import { MAX_ITEMS } from '../vod/input.ts';
import { type Target, targetName } from './target.ts';

/** A call carries its list in the request line, which gateways commonly hold to 8 KiB. */
const CHARACTERS_PER_CALL = 6000;

/**
 * Whether a target has a call of its own: a video, and a snapshot by its address, which VOD may
 * refuse: in a call of several, nobody could tell that from an image that is gone.
 */
export function goesAlone(target: Target): boolean {
  return target.by === 'video' || (target.by === 'url' && target.snapshot !== undefined);
}

/** At most 20 addresses a call, at most 20 ids a call, one video or snapshot a call. */
export function packCalls(targets: readonly Target[]): number[][] {
  const calls: number[][] = [];
  const open = new Map<Target['by'], { call: number[]; length: number }>();
  targets.forEach((target, index) => {
    if (goesAlone(target)) {
      calls.push([index]);
      return;
    }
    // Encoded twice at worst, as an address with a `%` in it is.
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
