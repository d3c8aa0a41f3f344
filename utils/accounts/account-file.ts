import * as v from 'valibot';
import { type Account, accountSchema } from './account.ts';

/** The form in which accounts are exported: all of them but their secrets. */
export interface ExportedAccounts {
  readonly version: 1;
  readonly accounts: readonly Account[];
}

/** An entry of a file that is no account, by its place (from 1), name, and the field at fault. */
export interface UnreadEntry {
  readonly place: number;
  readonly name?: string;
  /** Absent when the entry is no object at all. */
  readonly field?: string;
}

/** What a file of accounts holds. */
export interface ReadAccounts {
  readonly accounts: readonly Account[];
  readonly unread: readonly UnreadEntry[];
}

/** Why nothing of a file was read. */
export type FileFault = 'too-large' | 'not-json' | 'not-accounts' | 'other-version' | 'too-many';

const LARGEST_FILE = 1024 * 1024;

/** The most accounts that a file may hold. */
export const MOST_ACCOUNTS = 200;

/**
 * Takes accounts; gives them as they are exported. A query of a credentials URI may hold a secret and
 * is left out; `shortened` names the accounts that lost one.
 */
export function exportAccounts(accounts: readonly Account[]): {
  readonly file: ExportedAccounts;
  readonly shortened: readonly string[];
} {
  const shortened: string[] = [];
  const bare = accounts.map((account): Account => {
    if (account.key.from !== 'uri') return account;
    const uri = new URL(account.key.uri);
    if (uri.search !== '' || uri.hash !== '') shortened.push(account.name);
    uri.search = '';
    uri.hash = '';
    return { ...account, key: { from: 'uri', uri: uri.href } };
  });
  return { file: { version: 1, accounts: bare }, shortened };
}

/** Takes the text of a file; gives the accounts in it and what of it was not understood. Never throws. */
export function readAccounts(text: string): ReadAccounts | { readonly fault: FileFault } {
  if (text.length > LARGEST_FILE) return { fault: 'too-large' };
  const file = parse(text);
  if (file === undefined) return { fault: 'not-json' };
  const shape = v.safeParse(
    v.object({ version: v.unknown(), accounts: v.array(v.unknown()) }),
    file,
  );
  if (!shape.success) return { fault: 'not-accounts' };
  if (shape.output.version !== 1) return { fault: 'other-version' };
  if (shape.output.accounts.length > MOST_ACCOUNTS) return { fault: 'too-many' };
  const accounts: Account[] = [];
  const unread: UnreadEntry[] = [];
  for (const [index, entry] of shape.output.accounts.entries()) {
    const read = v.safeParse(accountSchema, entry);
    if (read.success) accounts.push(read.output);
    else unread.push(unreadEntry(index + 1, entry, v.getDotPath(read.issues[0])));
  }
  return { accounts, unread };
}

// Names the field only: what stands in it could be a secret that was put into the file by hand.
function unreadEntry(place: number, entry: unknown, field: string | null): UnreadEntry {
  const named = v.safeParse(v.object({ name: v.pipe(v.string(), v.maxLength(80)) }), entry);
  return {
    place,
    ...(named.success && { name: named.output.name }),
    ...(field !== null && { field }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
