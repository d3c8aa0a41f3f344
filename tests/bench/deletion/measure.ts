import type { CallInBrief } from '../../../sandbox/process.ts';

/** The part of a call that is read. */
type Arrival = Pick<CallInBrief, 'action' | 'at' | 'code'>;

/** How a job used the account's rate. */
export interface RateUse {
  readonly calls: number;
  readonly throttled: number;
  readonly seconds: number;
  /**
   * The share of the limit that was used after reaching full speed; NaN if the job is too short.
   */
  readonly ofLimit: number;
  /** Seconds until full speed; NaN if it was never reached. */
  readonly upAfter: number;
}

/** The share of the limit, within one second, that counts as full speed. */
const UP_TO_SPEED = 0.9;

const second = 1000;

/**
 * @param record The sandbox's record of calls.
 * @param limit How many calls the account may make per second.
 */
export function rateUse(record: readonly Arrival[], limit: number): RateUse {
  const calls = record.filter(({ action }) => action === 'DeleteImage');
  const through = calls.filter(({ code }) => code !== 'Throttling.User').map(({ at }) => at);
  const first = calls[0]?.at ?? 0;
  const last = calls.at(-1)?.at ?? first;
  const up = through.find((at, index) => {
    const then = through[index + Math.ceil(limit * UP_TO_SPEED) - 1];
    return then !== undefined && then - at <= second;
  });
  const start = up ?? Number.NaN;
  const after = through.filter((at) => at >= start && at < last).length;
  return {
    calls: calls.length,
    throttled: calls.length - through.length,
    seconds: (last - first) / second,
    ofLimit: last - start < second ? Number.NaN : after / ((last - start) / second) / limit,
    upAfter: (start - first) / second,
  };
}

/** @returns The share of the calls of each owner, while all owners made calls. */
export function shares<Call extends Arrival>(
  record: readonly Call[],
  ownerOf: (call: Call) => number,
): readonly number[] {
  const through = record.filter(
    ({ action, code }) => action === 'DeleteImage' && code !== 'Throttling.User',
  );
  const owners = [...new Set(through.map(ownerOf))].sort();
  const times = owners.map((owner) => through.filter((call) => ownerOf(call) === owner));
  const from = Math.max(...times.map((calls) => calls[0]?.at ?? 0));
  const to = Math.min(...times.map((calls) => calls.at(-1)?.at ?? 0));
  const counts = times.map((calls) => calls.filter(({ at }) => at >= from && at <= to).length);
  const sum = counts.reduce((all, count) => all + count, 0);
  return counts.map((count) => count / sum);
}
