import { type DescribedRequest, describeRequest } from '../vod/describe.ts';
import { VERSION } from '../vod/operations/operation.ts';
import { endpointOf } from '../vod/regions.ts';
import type { Plan } from './plan.ts';
import { operationOf } from './requests.ts';

/**
 * The very requests that a plan would make, one a call, to be read: key id and signature are left
 * out, and nothing that this module imports can send them. Takes the plan and the moment
 * (milliseconds since 1970) that they are to bear.
 */
export function dryRun(plan: Plan, now: number): readonly DescribedRequest[] {
  return plan.calls.map((call) => {
    const { action, parameters } = operationOf(plan, call);
    return describeRequest(
      {
        host: endpointOf(plan.region),
        action,
        version: VERSION,
        parameters,
        date: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
        nonce: crypto.randomUUID(),
      },
      undefined,
    );
  });
}

/** Requests as text, as they would go over the wire. */
export function requestText({ method, url, headers }: DescribedRequest): string {
  const { host, pathname, search } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${pathname}${search}`, ...lines].join('\n');
}
