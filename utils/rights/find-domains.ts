import * as v from 'valibot';
import { ownDomainSchema } from '../accounts/account.ts';
import type { VodError } from '../vod/errors.ts';
import { checkId, MAX_ITEMS } from '../vod/input.ts';
import { DOMAINS_PAGE, describeUserDomains } from '../vod/operations/describe-user-domains.ts';
import { getImageInfos } from '../vod/operations/get-image-infos.ts';
import { type AccountClients, type PatientCall, patientCalls } from '../vod/patient-call.ts';
import type { FoundDomain, FoundDomains } from './results.ts';

/** More pages than any account has, so that an endless list is not read for ever. */
const MOST_PAGES = 20;

/** States of a domain that VOD has not yet accepted as the account's own. */
const NOT_PROVEN: ReadonlySet<string> = new Set(['checking', 'check_failed', 'configure_failed']);

const VOD_BUCKET = /^(out(?:in)?-[a-z0-9-]+)\.oss-[a-z0-9-]+\.aliyuncs\.com$/;

/**
 * Asks VOD which domains are the account's: those that it lists, and those of its images.
 * @param imageIds ImageIds that may be the account's own. The first 20 are asked about.
 * @returns The domains that were found, also after an error, and the first error of VOD.
 * @throws What a client throws when it has no credentials.
 */
export async function findDomains(
  clients: AccountClients,
  imageIds: readonly string[],
  call: PatientCall = patientCalls(),
): Promise<FoundDomains> {
  const listed = await listedNames(clients, call);
  const seen = await seenNames(clients, imageIds, call);
  const found = new Map<string, FoundDomain>();
  for (const [by, { names }] of [
    ['list', listed],
    ['image', seen],
  ] as const) {
    for (const name of names) {
      const domain = ownDomain(name);
      if (domain !== undefined && !found.has(domain)) found.set(domain, { domain, by });
    }
  }
  const fault = listed.fault ?? seen.fault;
  return {
    domains: [...found.values()],
    ...(fault !== undefined && {
      fault: { kind: fault.kind, code: fault.code, message: fault.message },
    }),
  };
}

interface Names {
  readonly names: readonly string[];
  readonly fault?: VodError;
}

async function listedNames(clients: AccountClients, call: PatientCall): Promise<Names> {
  const names: string[] = [];
  let had = 0;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const operation = describeUserDomains({ page, pageSize: DOMAINS_PAGE });
    const answer = await call(clients.shanghai, operation);
    if (!answer.ok) return { names, fault: answer.error };
    const { domains, total } = answer.value;
    for (const { domain, status } of domains) {
      if (status === undefined || !NOT_PROVEN.has(status)) names.push(domain);
    }
    had += domains.length;
    if (domains.length < DOMAINS_PAGE || (total !== undefined && had >= total)) break;
  }
  return { names };
}

async function seenNames(
  clients: AccountClients,
  imageIds: readonly string[],
  call: PatientCall,
): Promise<Names> {
  const ids = [...new Set(imageIds)].filter((id) => checkId(id) === undefined).slice(0, MAX_ITEMS);
  if (ids.length === 0) return { names: [] };
  const answer = await call(clients.own, getImageInfos(ids));
  if (!answer.ok) return { names: [], fault: answer.error };
  const names = answer.value.images.flatMap(({ url, storageLocation }) => [
    url === undefined ? undefined : URL.parse(url)?.hostname,
    storageLocation,
  ]);
  return { names: names.filter((name) => name !== undefined) };
}

/** Turns a bucket's host into the bucket's name, and VOD's `.example.com` into `*.example.com`. */
function ownDomain(name: string): string | undefined {
  const lower = name.trim().toLowerCase();
  const bucket = VOD_BUCKET.exec(lower)?.[1];
  const parsed = v.safeParse(ownDomainSchema, bucket ?? lower.replace(/^\./, '*.'));
  return parsed.success ? parsed.output : undefined;
}
