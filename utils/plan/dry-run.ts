import { type DescribedRequest, describeRequest } from '../vod/describe.ts';
import { VERSION } from '../vod/operations/operation.ts';
import { endpointOf } from '../vod/regions.ts';
import type { Plan } from './plan.ts';
import { operationOf } from './requests.ts';

/**
 * Makes the requests of a plan, to be read only: key id and signature are left out, and this module
 * imports nothing that can send them.
 * @param now The time in the requests, in milliseconds since 1970.
 * @returns One request for each call of the plan.
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

/** @returns A request as text, as it would be sent. */
export function requestText({ method, url, headers }: DescribedRequest): string {
  const { host, pathname, search } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${pathname}${search}`, ...lines].join('\n');
}
