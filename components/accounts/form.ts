import * as v from 'valibot';
import {
  type Account,
  accountSchema,
  LARGEST_JOB,
  NEW_ACCOUNT,
} from '../../utils/accounts/account.ts';
import type { MessageKey } from '../../utils/browser/i18n.ts';
import { credentialsUriSchema, type StoredCredentials } from '../../utils/keys/credentials.ts';
import { readKey } from '../keys/key-form.ts';
import type { Faults, FieldFault, FormFields } from './form-part.ts';

/** What the form says, once nothing in it is wrong. */
export interface FormValue {
  readonly account: Account;
  /** Absent when the key's fields are empty: the account keeps its key. */
  readonly credentials?: StoredCredentials;
}

/** The highest number of own domains of an account. */
const MOST_DOMAINS = 200;

const NO_KEY = { keyId: '', keySecret: '', token: '', expires: '' };

/** @returns The fields of an account, or of a new one if `undefined`. They hold no secret. */
export function fieldsOf(account: Account | undefined): FormFields {
  const { colour, key, limits } = account ?? NEW_ACCOUNT;
  return {
    name: account?.name ?? '',
    colour,
    region: account?.region ?? 'cn-shanghai',
    domains: account?.ownDomains.join('\n') ?? '',
    largestJob: String(limits.largestJob),
    byVideo: limits.byVideo,
    from: key.from,
    uri: account?.key.from === 'uri' ? account.key.uri : '',
    ...NO_KEY,
  };
}

/**
 * Reads the form.
 * @param accountId The id of the account, which may be new.
 * @param now In milliseconds since 1970.
 */
export function readForm(
  fields: FormFields,
  accountId: string,
  now: number,
): { readonly value: FormValue } | { readonly faults: Faults } {
  const key = fields.from === 'uri' ? readUri(fields.uri) : readKey(fields, now);
  const domains = readDomains(fields.domains);
  const faults: Faults = {
    ...nameFault(fields.name),
    ...('fault' in domains && { domains: domains.fault }),
    ...largestJobFault(fields.largestJob),
    ...('faults' in key ? key.faults : {}),
  };
  if (Object.keys(faults).length > 0) return { faults };
  const account = v.safeParse(accountSchema, {
    id: accountId,
    name: fields.name,
    colour: fields.colour,
    region: fields.region,
    ownDomains: 'list' in domains ? domains.list : [],
    key: 'uri' in key ? { from: 'uri', uri: key.uri } : { from: fields.from },
    limits: { largestJob: Number(fields.largestJob), byVideo: fields.byVideo },
  });
  if (!account.success) return { faults: { region: { key: 'fault_region' } } };
  return {
    value: {
      account: account.output,
      ...('credentials' in key &&
        key.credentials !== undefined && { credentials: key.credentials }),
    },
  };
}

function nameFault(name: string): Faults {
  if (name.trim() === '') return { name: { key: 'fault_name_empty' } };
  return name.trim().length > 80 ? { name: { key: 'fault_name_long' } } : {};
}

function largestJobFault(typed: string): Faults {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0;
  if (number >= 1 && number <= LARGEST_JOB) return {};
  return { largestJob: { key: 'fault_largest_job', with: [String(LARGEST_JOB)] } };
}

function readUri(typed: string): { readonly uri: string } | { readonly faults: Faults } {
  const read = v.safeParse(credentialsUriSchema, typed);
  if (read.success) return { uri: read.output };
  return { faults: { uri: { key: uriFault(typed.trim()) } } };
}

function uriFault(typed: string): MessageKey {
  if (typed === '') return 'fault_uri_empty';
  const uri = URL.parse(typed);
  if (uri === null) return 'fault_uri';
  if (uri.username !== '' || uri.password !== '') return 'fault_uri_password';
  return uri.protocol === 'http:' ? 'fault_uri_http' : 'fault_uri';
}

function readDomains(
  text: string,
): { readonly list: readonly string[] } | { readonly fault: FieldFault } {
  const list: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const domain = line.trim();
    if (domain === '') continue;
    const parsed = v.safeParse(accountSchema.entries.ownDomains, [domain]);
    if (!parsed.success) {
      const key = domain.includes('/') ? 'fault_domain_address' : 'fault_domain';
      return { fault: { key, with: [String(index + 1), domain] } };
    }
    const [own] = parsed.output;
    if (own !== undefined && !list.includes(own)) list.push(own);
  }
  if (list.length > MOST_DOMAINS) {
    return { fault: { key: 'fault_domains_many', with: [String(MOST_DOMAINS)] } };
  }
  return { list };
}

/** @returns The lines of the domains field, valid or not: each once, in lower case. */
export function typedDomains(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim().toLowerCase());
  return [...new Set(lines.filter((line) => line !== ''))];
}
