import * as v from 'valibot';
import { type Account, accountSchema } from './account.ts';

/** Accounts as they are exported, without secrets. */
export interface ExportedAccounts {
  readonly version: 1;
  readonly accounts: readonly Account[];
}

/** An entry of a file that is not a valid account. */
export interface UnreadEntry {
  /** Its position in the file, from 1. */
  readonly place: number;
  readonly name?: string;
  /** The path of the wrong field; absent when the entry is not an object. */
  readonly field?: string;
}

/** The content of a file of accounts. */
export interface ReadAccounts {
  readonly accounts: readonly Account[];
  readonly unread: readonly UnreadEntry[];
}

/** Why no account was read from a file. */
export type FileFault = 'too-large' | 'not-json' | 'not-accounts' | 'other-version' | 'too-many';

const LARGEST_FILE = 1024 * 1024;

/** The most accounts that a file may hold. */
export const MOST_ACCOUNTS = 200;

/**
 * Removes query and fragment of each credentials URI, since they may contain a secret.
 * @returns The accounts to export. `shortened`: the names of the accounts whose URI lost a part.
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

/**
 * Reads the text of an exported file. Never throws.
 * @returns The accounts and the entries that are not valid, or why nothing was read.
 */
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

// Names only the field: somebody may have written a secret into it by hand.
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
