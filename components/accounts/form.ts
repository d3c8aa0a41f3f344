import * as v from 'valibot';
import type { MessageKey } from '../../utils/browser/i18n.ts';
import { LONGEST_GRACE } from '../../utils/deletion/commands.ts';
import {
  type Account,
  accountSchema,
  NEW_ACCOUNT,
  type StoredCredentials,
  storedCredentialsSchema,
} from '../../utils/vault/account.ts';

/** What stands in the fields, as it was typed. */
export interface FormFields {
  readonly name: string;
  readonly region: string;
  readonly keyId: string;
  readonly keySecret: string;
  readonly token: string;
  readonly domains: string;
  readonly grace: string;
}

export type FieldName = keyof FormFields;

/** What is wrong with a field, as a message and what to put into it. */
export interface FieldFault {
  readonly key: MessageKey;
  readonly with?: string[];
}

export type Faults = Partial<Readonly<Record<FieldName, FieldFault>>>;

/** What the form means, once nothing is wrong with it. */
export interface FormValue {
  readonly account: Account;
  /** Absent when the key's fields were left empty: the key there is stays. */
  readonly credentials?: StoredCredentials;
  readonly graceSeconds: number;
}

const LONGEST_ID = 64;

/** Reads the form; `accountId` is that of the account which is edited, or a new one. */
export function readForm(
  fields: FormFields,
  accountId: string,
): { readonly value: FormValue } | { readonly faults: Faults } {
  const key = readKey(fields);
  const domains = readDomains(fields.domains);
  const grace = fields.grace.trim();
  const faults: Faults = {
    ...(fields.name.trim() === '' && { name: { key: 'fault_name_empty' } }),
    ...(fields.name.trim().length > 80 && { name: { key: 'fault_name_long' } }),
    ...('faults' in key ? key.faults : {}),
    ...('fault' in domains && { domains: domains.fault }),
    ...((!/^\d{1,3}$/.test(grace) || Number(grace) > LONGEST_GRACE) && {
      grace: { key: 'fault_grace', with: [String(LONGEST_GRACE)] },
    }),
  };
  const account = v.safeParse(accountSchema, {
    ...NEW_ACCOUNT,
    id: accountId,
    name: fields.name,
    region: fields.region,
    ownDomains: 'list' in domains ? domains.list : [],
  });
  if (Object.keys(faults).length > 0) return { faults };
  if (!account.success) return { faults: { region: { key: 'fault_region' } } };
  return {
    value: {
      account: account.output,
      graceSeconds: Number(grace),
      ...('credentials' in key ? { credentials: key.credentials } : {}),
    },
  };
}

function readKey(
  fields: FormFields,
): { readonly faults: Faults } | { readonly credentials: StoredCredentials } | object {
  const id = fields.keyId.trim();
  const secret = fields.keySecret.trim();
  const token = fields.token.trim();
  if (id === '' && secret === '' && token === '') return {};
  const faults: Faults = {
    ...keyIdFault(id, secret),
    ...(secret === '' && { keySecret: { key: 'fault_secret_empty' } }),
    ...(/\s/.test(secret) && { keySecret: { key: 'fault_spaces' } }),
    ...(looksLikeId(secret) && !looksLikeId(id) && { keySecret: { key: 'fault_swapped' } }),
    ...(/\s/.test(token) && { token: { key: 'fault_spaces' } }),
    ...(id.startsWith('STS.') && token === '' && { token: { key: 'fault_token_missing' } }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  const parsed = v.safeParse(storedCredentialsSchema, {
    accessKeyId: id,
    accessKeySecret: secret,
    ...(token === '' ? {} : { securityToken: token }),
  });
  if (parsed.success) return { credentials: parsed.output };
  const field = v.getDotPath(parsed.issues[0]);
  return {
    faults:
      field === 'accessKeyId'
        ? { keyId: { key: 'fault_key_id' } }
        : { keySecret: { key: 'fault_secret' } },
  };
}

function keyIdFault(id: string, secret: string): Faults {
  if (id === '') return { keyId: { key: 'fault_key_id_empty' } };
  if (/\s/.test(id)) return { keyId: { key: 'fault_spaces' } };
  if (looksLikeId(secret) && !looksLikeId(id)) return { keyId: { key: 'fault_swapped' } };
  return id.length > LONGEST_ID ? { keyId: { key: 'fault_key_id' } } : {};
}

// Ids begin so since 2017; older ones have no mark and are taken as they are.
function looksLikeId(text: string): boolean {
  return /^(?:LTAI|STS\.)/.test(text);
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
  if (list.length > 200) return { fault: { key: 'fault_domains_many', with: ['200'] } };
  return { list };
}
