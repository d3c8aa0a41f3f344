import type { CallInBrief } from '../../../sandbox/process.ts';

/** What is read of a call. */
type Arrival = Pick<CallInBrief, 'action' | 'at' | 'code'>;

/** How a job used the account's rate. */
export interface RateUse {
  readonly calls: number;
  readonly throttled: number;
  readonly seconds: number;
  /** The share of the limit that was let through once up to speed; NaN for a job too short. */
  readonly ofLimit: number;
  /** Seconds until it was up to speed. */
  readonly upAfter: number;
}

/** Nearly the limit in one second counts as up to speed. */
const UP_TO_SPEED = 0.9;

const second = 1000;

/** Reads from the sandbox's record how calls came in, against a limit of calls a second. */
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

/** The share of calls that each of several made while all of them were at work. */
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
